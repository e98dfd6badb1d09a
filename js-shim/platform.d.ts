/* The parts of the platform that its type declarations lack. */

declare module '*.wasm' {
  const module: WebAssembly.Module;
  export default module;
}

/** JavaScript Promise Integration: https://github.com/WebAssembly/js-promise-integration */
declare namespace WebAssembly {
  /** An import whose promise suspends the WebAssembly stack until it is settled. */
  const Suspending: { new <Call extends (...args: any[]) => Promise<any>>(call: Call): Call };
  /** An export that may suspend: it answers a promise. */
  function promising(call: (...args: any[]) => any): (...args: any[]) => Promise<any>;
}
