// Find an option on a long ballot paper: what does not match what is typed is hidden, and stays ticked or unticked.
// Without this script the whole paper stands there.
(() => {
  const box = document.querySelector("[data-finds]");
  if (!box) return;
  const labels = [...document.querySelectorAll(box.dataset.finds)];
  const none = document.querySelector("[data-none-found]");
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  box.addEventListener("input", () => {
    const words = plain(box.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const label of labels) {
      const matches = words.every((word) => plain(label.textContent).includes(word));
      label.parentElement.hidden = !matches;
      found += matches;
    }
    none.hidden = found > 0;
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
})();
