// Calls a script's function and keeps what comes of it. It takes hold of what it needs before the script can change it.
(() => {
  'use strict';
  const { parse, stringify } = JSON;
  const { freeze, create } = Object;
  const text = String;
  const resolve = Promise.resolve.bind(Promise);
  const then = Function.prototype.call.bind(Promise.prototype.then);
  const split = Function.prototype.call.bind(String.prototype.split);
  const includes = Function.prototype.call.bind(String.prototype.includes);

  let denied;
  let ended;

  const tell = (kind, words, name, stack) => {
    const told = create(null);
    told.kind = kind;
    told.text = words ?? '';
    told.name = name ?? '';
    told.stack = stack ?? '';
    return freeze(told);
  };

  const end = (told) => {
    ended ??= told;
  };

  // Only the script's own lines: those of this file tell its author nothing.
  const places = (stack) => {
    let own = '';
    for (const line of split(text(stack), '\n')) {
      if (includes(line, 'script.js:')) own += (own === '' ? '' : '\n') + line;
    }
    return own;
  };

  const failed = (error) => {
    let name = 'Error';
    let message = '';
    let stack = '';
    try {
      if (typeof error === 'object' && error !== null) {
        name = text(error.name ?? 'Error');
        message = text(error.message ?? stringify(error));
        stack = places(error.stack ?? '');
      } else {
        message = text(error);
      }
    } catch {
      message = 'The script threw something that cannot be shown.';
    }
    end(tell('threw', message, name, stack));
  };

  const returned = (value) => {
    try {
      const json = stringify(value);
      end(json === undefined ? tell('nothing') : tell('returned', json));
    } catch (error) {
      failed(error);
    }
  };

  const denyAccess = (message) => {
    denied ??= message === undefined ? 'Access denied.' : text(message);
    throw new Error(denied);
  };

  return freeze({
    run(entry, input, mayDeny) {
      try {
        const argument = parse(input);
        if (mayDeny) argument.api = freeze({ denyAccess });
        then(resolve(entry(argument)), returned, failed);
      } catch (error) {
        failed(error);
      }
    },
    outcome() {
      if (denied !== undefined) return tell('denied', denied);
      return ended ?? tell('unsettled');
    },
  });
})();
