/* Dash callbacks answered by GET: callbacks/get_callback.py wires them, and dash_clientside.get
   is asked for each by its signature: "name address parameters outputs". */
(function () {
  "use strict";
  const answers = new Map();
  const waiting = new Map();
  /* What a page may do on the way; board.js does. asked: false leaves all as it is; answered:
     false too, and an answer takes the place of the one that came. */
  const on = { asked: () => true, answered: () => {}, failed: () => {}, settled: () => {} };

  /* An answer is asked for once, and again only if it did not come. */
  function read(address) {
    if (!answers.has(address)) {
      const answer = fetch(address, { credentials: "same-origin" }).then((response) => {
        if (!response.ok) throw new Error(address + ": " + response.status);
        return response.json();
      });
      answer.catch(() => answers.delete(address));
      answers.set(address, answer);
    }
    return answers.get(address);
  }

  const text = (value) => [].concat(value ?? []).map(
    (one) => typeof one === "object" ? JSON.stringify(one) : String(one)).filter(Boolean).join("~");

  /* The canonical address: the parts of the path, then the query, in order and without what is empty. */
  function address(rule, given) {
    const left = { ...given };
    const path = rule.replace(/<(\w+)>/g, (_, name) => {
      delete left[name];
      return encodeURI(text(given[name]));
    });
    const query = "query" in left ? left.query || "" : Object.entries(left).map(([name, value]) => [name, text(value)])
      .filter(([, value]) => value).map(([name, value]) => name + "=" + encodeURIComponent(value).replaceAll("%7E", "~")).join("&");
    return query ? path + "?" + query : path;
  }

  const none = () => window.dash_clientside.no_update;
  const unchanged = (value) => value === undefined || (value && value._dash_no_update);

  /* The values of the outputs, as Dash takes them. */
  function values(answer, outputs, told) {
    return outputs.map((output, index) => {
      const [name, key] = told[index].split(":");
      const value = answer[name];
      if (unchanged(value)) return none();
      if (!Array.isArray(output)) return value;
      return output.map((one) => key && value && one.id[key] in value ? value[one.id[key]] : none());
    });
  }

  /* What failed is asked for again when the line returns, some times: a line that has just
     returned may fail again, and Dash drops what is asked while it still writes the failure. */
  function retry(times) {
    waiting.forEach((again) => again());
    if (waiting.size && times > 1) setTimeout(retry, 3000, times - 1);
  }
  addEventListener("online", () => retry(5));
  function failed(call, context) {
    const [first] = context.inputs_list.flat();
    waiting.set(call.key, () => window.dash_clientside.set_props(first.id, { [first.property]: first.value }));
    on.failed(call);
  }
  function settled(call) {
    waiting.delete(call.key);
    if (!waiting.size) on.settled();
  }

  async function ask(signature, given) {
    const [name, rule, parameters, told] = signature.split(" ");
    const context = { ...window.dash_clientside.callback_context };
    const outputs = Array.isArray(context.outputs_list) ? context.outputs_list : [context.outputs_list];
    const match = Object.assign({}, ...outputs.flat().map((one) => one.id).filter((id) => typeof id === "object"));
    const rest = [...given];
    const named = Object.fromEntries(parameters.split(",").filter(Boolean)
      .map((one) => one[0] === ":" ? [one.slice(1), match[one.slice(1)]] : [one, rest.shift()]));
    const call = { name, given: named, address: address(rule, named), key: signature + JSON.stringify(match) };
    const result = (list) => Array.isArray(context.outputs_list) ? list : list[0];
    const nothing = result(outputs.map(none));
    if (!on.asked(call)) return nothing;
    const answer = await read(call.address).catch(() => null);
    if (!answer) {
      failed(call, context);
      return nothing;
    }
    settled(call);
    const seen = await on.answered(call, answer);
    return seen === false ? nothing : result(values(typeof seen === "object" ? seen : answer, outputs, told.split(",")));
  }

  const get = new Proxy({}, { get: (_, signature) => (...given) => ask(String(signature), given) });
  window.dash_clientside = Object.assign({}, window.dash_clientside, { get, answers: { read, kept: answers, on } });
})();
