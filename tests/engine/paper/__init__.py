"""Printed worksheets: what stands on them, to the half millimetre, and how PDF readers and validators take them."""
