"""The hook file that mkdocs.yml names: it hands MkDocs's events to the plugin, for a checkout that isn't installed."""

from coursewright.mkdocs.plugin import CoursewrightPlugin

_plugin = CoursewrightPlugin()
globals().update({name: getattr(_plugin, name) for name in dir(_plugin) if name.startswith("on_")})
