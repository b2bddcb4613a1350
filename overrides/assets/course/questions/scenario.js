/* A story in scenes: each choice leads to the next. */
(() => {
  "use strict";

  const { word, make } = window.coursewright.tools;
  const { all, need, textOf } = window.coursewright.questions;

  /** One scene at a time, after the way that led there. */
  class Story {
    /** @type {string[]} The place of each choice in its scene. */
    path = [];
    scene;
    #scenes;
    #way = make("ol", {});
    #trail = make("section", { class: "cw-way", "aria-label": word("question.way-so-far") }, this.#way);
    #before = make("div", { class: "cw-before" });
    made;

    /** @param {HTMLElement} host */
    constructor(host) {
      this.#scenes = all(host, "section", ".cw-scene");
      this.scene = need(host, "section", ".cw-scene");
      this.scene.before(this.#trail);
      const buttons = this.#scenes.flatMap((scene) => {
        scene.tabIndex = -1;
        scene.setAttribute("role", "group");
        return all(scene, "a", ".cw-choice").map((link, at) => this.#makeChoice(link, at));
      });
      this.made = [this.#trail, this.#before, ...buttons];
      this.fold(true);
      this.follow([]);
    }

    /** @param {boolean} hidden  until its turn comes; on paper all is read at once */
    fold(hidden) {
      for (const scene of this.#scenes) {
        scene.hidden = hidden;
        for (const part of all(scene, "a", ".cw-choice, .cw-choices .cw-consequence")) part.hidden = hidden;
      }
    }

    /** @param {HTMLAnchorElement} link @param {number} at */
    #makeChoice(link, at) {
      const pressed = make("button", { type: "button", class: "cw-button cw-choice-button", "data-action": "choose" });
      pressed.append(...link.cloneNode(true).childNodes);
      pressed.addEventListener("click", () => {
        this.follow([...this.path, String(at)]);
        this.scene.focus();
        this.scene.dispatchEvent(new Event("input", { bubbles: true }));
      });
      link.after(pressed);
      return pressed;
    }

    /** Goes a way as far as there is one. @param {string[]} path */
    follow(path) {
      let scene = this.#scenes[0] ?? this.scene;
      this.path = [];
      this.#way.replaceChildren();
      this.#before.replaceChildren();
      for (const value of path) {
        const link = all(scene, "a", ".cw-choice")[Number(value)];
        const next = this.#scenes.find(({ dataset }) => dataset.scene === link?.dataset.next);
        if (!link || !next) break;
        const chosen = make("p", { class: "cw-way-choice" }, word("question.chose", { choice: textOf(link) }));
        this.#way.lastElementChild?.append(...this.#before.childNodes);
        this.#way.append(make("li", {}, chosen));
        this.#before.append(retell(link));
        this.path.push(value);
        scene = next;
      }
      this.scene.hidden = true;
      this.scene = scene;
      scene.hidden = false;
      scene.prepend(this.#before);
      scene.setAttribute("aria-label", word("question.scene", { n: this.path.length + 1 }));
      this.#trail.hidden = !this.path.length;
    }
  }

  /** A copy of what followed: a story may come by twice. @param {HTMLElement} link */
  function retell(link) {
    const copy = /** @type {HTMLElement} */ (need(link.parentElement ?? link, "div", ".cw-consequence").cloneNode(true));
    for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id");
    copy.hidden = false;
    return copy;
  }

  /** @type {TaskMaker} */
  function scenario(host) {
    const story = new Story(host);
    const end = () => story.scene.dataset.end;
    return {
      nothing: "",
      again: "question.start-again",
      plain: true,
      keeps: true,
      plays: true,
      made: story.made,
      undo: () => story.fold(false),
      start: () => story.scene,
      values: () => story.path,
      empty: () => !end(),
      fill: (values) => story.follow(values),
      grade: () => ({
        result: end() === "good" ? "right" : "wrong",
        fair: end() === "fair" || undefined,
        marks: [],
        status: word(`question.status-${end()}`),
      }),
    };
  }

  Object.assign(window.coursewright.questions.types, { scenario });
})();
