#!/usr/bin/env node
// Nothing here that an old Node.js cannot parse: it is to say in one line that it is too old.
import module from 'node:module';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`plumbline needs Node.js 22.18 or later; this is ${process.versions.node}.\n`);
  process.exitCode = 2;
} else {
  // Compiled code is kept in the temporary folder: most of a short run is loading.
  module.enableCompileCache();
  import('./main.ts').then((main) => main.runProcess());
}
