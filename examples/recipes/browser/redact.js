// Redacts what is typed before anything leaves the page. @tuhei/patterns needs neither Node nor a server.
import { mask } from "@tuhei/patterns";

const form = document.querySelector("form");
const { text, shown } = form.elements;

/** What may leave the page. */
const redacted = () => mask(text.value, { style: "label" });

text.addEventListener("input", () => {
  shown.value = redacted();
});

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  await fetch("/messages", { method: "POST", body: redacted() });
  form.reset();
  shown.value = "";
});
