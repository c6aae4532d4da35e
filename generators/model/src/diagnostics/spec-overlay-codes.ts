import { define } from './define.ts';

export interface ActionArgs {
  readonly target: string;
}

/** Overlays (OpenAPI Overlay Specification 1.0), by which a spec is amended. */
export const specOverlayCodes = {
  'overlay-malformed': define<{ readonly file: string; readonly reason: string }>({
    severity: 'error',
    title: 'Not an overlay',
    explanation:
      'A file among the `overlays` of the config is no document of the OpenAPI Overlay Specification 1: a mapping with ' +
      '`overlay: 1.0.0` and a list of `actions`. Nothing is generated, for the spec would lack what it is to be amended by.',
    fixable: false,
    message: ({ file, reason }) => `\`${file}\` is no overlay: ${reason}.`,
    hint: () => 'Write `overlay: 1.0.0`, `info` and `actions`, or take the file out of `overlays`.',
    example: {
      language: 'yaml',
      before: '- target: $.info\n  update: { title: Users }\n',
      after:
        "overlay: 1.0.0\ninfo: { title: Ours, version: '1' }\nactions:\n  - target: $.info\n    update: { title: Users }\n",
    },
  }),
  'overlay-target-invalid': define<ActionArgs & { readonly reason: string }>({
    severity: 'error',
    title: 'Overlay target that is no JSONPath',
    explanation:
      'The `target` of an action is a query expression of RFC 9535 (JSONPath), which starts with `$`. This one cannot be ' +
      'parsed, so its action is left out.',
    fixable: false,
    message: ({ target, reason }) => `The target \`${target}\` is no JSONPath: ${reason}.`,
    hint: () => "Start with `$`, and quote names with special characters: `$.paths['/users'].get`.",
    example: {
      language: 'yaml',
      before: '- target: $.paths./users.get\n  remove: true\n',
      after: "- target: $.paths['/users'].get\n  remove: true\n",
    },
  }),
  'overlay-target-unmatched': define<ActionArgs>({
    severity: 'warning',
    title: 'Overlay action that matches nothing',
    explanation:
      'The `target` of an action matches nothing in the spec, so the action changes nothing. Most often the spec has been ' +
      'mended or renamed since, or the path has a slip.',
    fixable: false,
    message: ({ target }) => `The target \`${target}\` matches nothing.`,
    hint: () => 'Mend the path, or delete the action if it has done its duty.',
    example: {
      language: 'yaml',
      before: "- target: $.paths['/user']\n  remove: true\n",
      after: "- target: $.paths['/users']\n  remove: true\n",
    },
  }),
  'overlay-action-invalid': define<{ readonly reason: string }>({
    severity: 'error',
    title: 'Overlay action that cannot be carried out',
    explanation:
      'An action has a `target` and either `remove: true` or an `update`. The update is a mapping where the target is one, ' +
      'and an item to append where the target is a list; texts, numbers and flags are changed through the mapping that holds ' +
      'them. The action is left out where this does not hold.',
    fixable: false,
    message: ({ reason }) => `The action is left out: ${reason}.`,
    hint: () => 'Let the target be the mapping or the list to change.',
    example: {
      language: 'yaml',
      before: '- target: $.info.title\n  update: Users\n',
      after: '- target: $.info\n  update: { title: Users }\n',
    },
  }),
};
