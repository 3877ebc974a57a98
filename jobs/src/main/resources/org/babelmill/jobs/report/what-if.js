// The threshold slider: asks the server for the counts at each stop. Without it the form's button does the same.
for (const form of document.querySelectorAll("form.what-if")) {
  const slider = form.querySelector("input[type=range]");
  const number = form.querySelector("input[type=number]");
  const out = document.getElementById("what-if-counts");
  let running = false;
  let wanted = null;
  const show = (counts, value) => {
    for (const [id, count] of Object.entries(counts)) {
      const cell = document.getElementById("count-" + id);
      if (cell) {
        cell.textContent = count.toLocaleString("en");
      }
    }
    out.dataset.value = value;
  };
  // One question at a time; of those asked meanwhile, the last.
  const ask = async () => {
    wanted = number.value;
    if (running) {
      return;
    }
    running = true;
    out.setAttribute("aria-busy", "true");
    try {
      while (wanted !== null) {
        const value = wanted;
        wanted = null;
        const answer = await fetch("what-if.json?" + new URLSearchParams({ rule: form.elements.rule.value, value }));
        if (!answer.ok) {
          throw new Error(await answer.text());
        }
        show(await answer.json(), value);
      }
      number.setCustomValidity("");
    } catch (problem) {
      number.setCustomValidity(problem.message);
      number.reportValidity();
    } finally {
      running = false;
      out.removeAttribute("aria-busy");
    }
  };
  slider.addEventListener("input", () => {
    number.value = slider.value;
    ask();
  });
  number.addEventListener("change", () => {
    slider.value = number.value;
    ask();
  });
}
