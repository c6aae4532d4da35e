import type { Rules } from './rule.ts';

/** Values that a consumer sends: what was accepted must go on being accepted. */
export const requestRules = {
  'request-field-removed': {
    class: 'breaking',
    title: 'Fields of requests removed',
    why: 'Code that sends it does not compile any more, and the server no longer takes it.',
    message: ({ name }) => `${name} can no longer be sent.`,
  },
  'request-field-added-required': {
    class: 'breaking',
    title: 'Required fields of requests added',
    why: 'Code that does not send it does not compile any more, and requests without it are refused.',
    message: ({ name }) => `${name} is new, and must be sent.`,
  },
  'request-field-added-optional': {
    class: 'compatible',
    title: 'Optional fields of requests added',
    why: 'Requests without it are as good as before.',
    message: ({ name }) => `${name} is new, and may be sent.`,
  },
  'request-field-renamed': {
    class: 'breaking',
    title: 'Fields of requests renamed',
    why: 'Code that sends it by its former name does not compile any more.',
    message: ({ from, to }) => `${from} is now sent as ${to}.`,
  },
  'request-field-became-required': {
    class: 'breaking',
    title: 'Fields of requests that became required',
    why: 'Code that does not send it does not compile any more, and requests without it are refused.',
    message: ({ name }) => `${name} must now be sent.`,
  },
  'request-field-became-optional': {
    class: 'compatible',
    title: 'Fields of requests that became optional',
    why: 'Requests that send it are as good as before.',
    message: ({ name }) => `${name} need no longer be sent.`,
  },
  'request-field-became-read-only': {
    class: 'breaking',
    title: 'Fields that became read-only',
    why: 'Code that sends it does not compile any more, and the server no longer takes it.',
    message: ({ name }) => `${name} is now read-only.`,
  },
  'request-type-changed': {
    class: 'breaking',
    title: 'Types of requests changed',
    why: 'Values of the former type do not compile any more, and are refused.',
    message: ({ name, from, to }) => `${name} is sent as ${to}, no longer as ${from}.`,
  },
  'request-type-widened': {
    class: 'compatible',
    title: 'Types of requests widened',
    why: 'Every value that was accepted is accepted still.',
    message: ({ name, from, to }) => `${name} can be sent as ${to}, not only as ${from}.`,
  },
  'request-null-refused': {
    class: 'breaking',
    title: 'Nulls of requests refused',
    why: 'Code that sends null does not compile any more, and null is refused.',
    message: ({ name }) => `${name} can no longer be null.`,
  },
  'request-null-accepted': {
    class: 'compatible',
    title: 'Nulls of requests accepted',
    why: 'Every value that was accepted is accepted still.',
    message: ({ name }) => `${name} can be sent as null.`,
  },
  'request-enum-value-removed': {
    class: 'breaking',
    title: 'Values of requests removed',
    why: 'Code that sends one does not compile any more, and the server refuses it.',
    message: ({ name, from }) => `${name} can no longer be ${from}.`,
  },
  'request-enum-value-added': {
    class: 'compatible',
    title: 'Values of requests added',
    why: 'Every value that was accepted is accepted still.',
    message: ({ name, to }) => `${name} can also be ${to}.`,
  },
  'request-enum-set': {
    class: 'breaking',
    title: 'Values of requests listed',
    why: 'Every other value does not compile any more, and is refused.',
    message: ({ name, to }) => `${name} can only be ${to}.`,
  },
  'request-enum-lifted': {
    class: 'compatible',
    title: 'Values of requests no longer listed',
    why: 'Every value that was accepted is accepted still.',
    message: ({ name }) => `${name} can be any value, not only one of a list.`,
  },
  'request-limit-tightened': {
    class: 'breaking',
    title: 'Limits of requests tightened',
    why: 'The types stay, yet values that were accepted are refused.',
    message: ({ name, from, to }) => `${name} must keep to ${to}${former(from)}.`,
  },
  'request-limit-loosened': {
    class: 'compatible',
    title: 'Limits of requests loosened',
    why: 'Every value that was accepted is accepted still.',
    message: ({ name, from, to }) => `${name} need only keep to ${to}${former(from)}.`,
  },
  'request-format-changed': {
    class: 'breaking',
    title: 'Formats of requests changed',
    why: 'The types may stay, yet values of the former format are refused.',
    message: ({ name, from, to }) => `${name} must be ${to}${instead(from)}.`,
  },
  'request-format-lifted': {
    class: 'compatible',
    title: 'Formats of requests lifted',
    why: 'Every value that was accepted is accepted still.',
    message: ({ name, from }) => `${name} need no longer be ${from}.`,
  },
  'request-default-changed': {
    class: 'breaking',
    title: 'Defaults of requests changed',
    why: 'The types stay, yet requests that leave it out mean something else.',
    message: ({ name, from, to }) => `${name}, left out, means ${to}, no longer ${from}.`,
  },
  'request-default-set': {
    class: 'compatible',
    noted: true,
    title: 'Defaults of requests named',
    why: 'The types stay. What leaving it out means may have been so before, and is only said now.',
    message: ({ name, to }) => `${name}, left out, means ${to}; nothing was said before.`,
  },
  'request-default-lifted': {
    class: 'compatible',
    noted: true,
    title: 'Defaults of requests no longer named',
    why: 'The types stay. What leaving it out means may be as before, and is not said any more.',
    message: ({ name, from }) => `${name}, left out, meant ${from}; nothing is said any more.`,
  },
  'request-variant-removed': {
    class: 'breaking',
    title: 'Variants of requests removed',
    why: 'Code that sends one does not compile any more, and the server refuses it.',
    message: ({ name, from }) => `${name} can no longer be ${from}.`,
  },
  'request-variant-added': {
    class: 'compatible',
    title: 'Variants of requests added',
    why: 'Every value that was accepted is accepted still.',
    message: ({ name, to }) => `${name} can also be ${to}.`,
  },
  'request-tuple-changed': {
    class: 'breaking',
    title: 'Places of lists of requests changed',
    why: 'A list of the former length does not compile any more.',
    message: ({ name, from, to }) => `${name} has places of their own types: ${to}, no longer ${from}.`,
  },
  'request-extra-fields-refused': {
    class: 'breaking',
    title: 'Fields of any name refused',
    why: 'Code that sends further fields does not compile any more, and they are refused.',
    message: ({ name }) => `${name} takes no further fields any more.`,
  },
  'request-extra-fields-accepted': {
    class: 'compatible',
    title: 'Fields of any name accepted',
    why: 'Every value that was accepted is accepted still.',
    message: ({ name }) => `${name} takes fields of any name.`,
  },
} as const satisfies Rules;

function former(from: string | undefined): string {
  return from === undefined || from === '' ? '' : `, no longer to ${from}`;
}

function instead(from: string | undefined): string {
  return from === undefined || from === '' ? '' : `, no longer ${from}`;
}
