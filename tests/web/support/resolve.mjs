/*
 * Lets Node run the modules of web/src as they are: it strips their types, and here finds what they import
 * by names without an ending, which elsewhere Vite does. A test imports this first, then asks for a module
 * by `await import(…)`: imports of one statement each are resolved before any of them runs.
 */
import { registerHooks } from 'node:module';

const hasEnding = (specifier) => /\.\w+(\?.*)?$/.test(specifier);

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier.startsWith('.') && !hasEnding(specifier) ? `${specifier}.ts` : specifier, context),
});
