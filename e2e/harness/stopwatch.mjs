// Times requests from a thread of its own, so that what the journey does meanwhile does not count.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/** Sends the request again and again until told to stop; `stop()` gives the 99th percentile in milliseconds. */
export function times(url, options) {
  const worker = new Worker(new URL(import.meta.url), { workerData: { url, options } });
  const result = new Promise((done, fail) => {
    worker.once('message', done);
    worker.once('error', fail);
  });
  return {
    stop: () => {
      worker.postMessage('stop');
      return result;
    },
  };
}

if (!isMainThread) {
  let goesOn = true;
  parentPort.once('message', () => (goesOn = false));
  const milliseconds = [];
  while (goesOn || milliseconds.length < 100) {
    const began = performance.now();
    const answer = await fetch(workerData.url, workerData.options);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`${workerData.url} answered ${answer.status}`);
    milliseconds.push(performance.now() - began);
  }
  milliseconds.sort((one, other) => one - other);
  parentPort.postMessage(milliseconds[Math.ceil(milliseconds.length * 0.99) - 1]);
}
