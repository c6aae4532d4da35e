import type { Rules } from './rule.ts';

/** Parameters of requests, and whether a request has a body. */
export const parameterRules = {
  'parameter-removed': {
    class: 'breaking',
    title: 'Parameters removed',
    why: 'Code that gives it does not compile any more, and the server no longer does what it asks for.',
    message: ({ name }) => `The parameter ${name} is gone.`,
  },
  'parameter-added-required': {
    class: 'breaking',
    title: 'Required parameters added',
    why: 'Code that does not give it does not compile any more, and requests without it are refused.',
    message: ({ name }) => `The required parameter ${name} is new.`,
  },
  'parameter-added-optional': {
    class: 'compatible',
    title: 'Optional parameters added',
    why: 'Requests without it are as good as before.',
    message: ({ name }) => `The optional parameter ${name} is new.`,
  },
  'parameter-renamed': {
    class: 'breaking',
    title: 'Parameters renamed',
    why: 'Code that gives it by its former name does not compile any more.',
    message: ({ from, to }) => `The parameter ${from} is now ${to}.`,
  },
  'parameter-moved': {
    class: 'compatible',
    noted: true,
    title: 'Parameters sent elsewhere',
    why: 'Methods take all parameters by name, so that code stays; clients that are already in use send it to the former place.',
    message: ({ name, from, to }) => `The parameter ${name} is sent in the ${to}, no longer in the ${from}.`,
  },
  'parameter-became-required': {
    class: 'breaking',
    title: 'Parameters that became required',
    why: 'Code that does not give it does not compile any more, and requests without it are refused.',
    message: ({ name }) => `The parameter ${name} is now required.`,
  },
  'parameter-became-optional': {
    class: 'compatible',
    title: 'Parameters that became optional',
    why: 'Requests that give it are as good as before.',
    message: ({ name }) => `The parameter ${name} is now optional.`,
  },
  'parameter-serialized-anew': {
    class: 'compatible',
    noted: true,
    title: 'Parameters written in another way',
    why: 'A new client writes it in the new way; clients that are already in use write it in the former.',
    message: ({ name, from, to }) => `The parameter ${name} is written as ${to}, no longer as ${from}.`,
  },
  'parameter-deprecated': {
    class: 'compatible',
    noted: true,
    title: 'Parameters deprecated',
    why: 'It works as before, and is going to be removed.',
    message: ({ name }) => `The parameter ${name} is deprecated.`,
  },
  'parameter-undeprecated': {
    class: 'docs',
    title: 'Parameters no longer deprecated',
    why: 'Types and behaviour stay.',
    message: ({ name }) => `The parameter ${name} is no longer deprecated.`,
  },
  'parameter-description-changed': {
    class: 'docs',
    title: 'Parameters described anew',
    why: 'Types and behaviour stay.',
    message: ({ name }) => `The parameter ${name} is described anew.`,
  },
  'request-body-removed': {
    class: 'breaking',
    title: 'Request bodies removed',
    why: 'Code that gives a body does not compile any more.',
    message: ({ name }) => `${name} takes no body any more.`,
  },
  'request-body-added-required': {
    class: 'breaking',
    title: 'Required request bodies added',
    why: 'Code that gives no body does not compile any more, and requests without it are refused.',
    message: ({ name }) => `${name} now requires a body.`,
  },
  'request-body-added-optional': {
    class: 'compatible',
    title: 'Optional request bodies added',
    why: 'Requests without it are as good as before.',
    message: ({ name }) => `${name} now takes a body.`,
  },
  'request-body-became-required': {
    class: 'breaking',
    title: 'Request bodies that became required',
    why: 'Code that gives no body does not compile any more, and requests without it are refused.',
    message: ({ name }) => `The body of ${name} is now required.`,
  },
  'request-body-became-optional': {
    class: 'compatible',
    title: 'Request bodies that became optional',
    why: 'Requests that give it are as good as before.',
    message: ({ name }) => `The body of ${name} is now optional.`,
  },
  'request-media-type-removed': {
    class: 'breaking',
    title: 'Media types of requests removed',
    why: 'Requests of that type are refused.',
    message: ({ name, from }) => `${name} takes no ${from} any more.`,
  },
  'request-media-type-added': {
    class: 'compatible',
    title: 'Media types of requests added',
    why: 'Requests of the other types are as good as before.',
    message: ({ name, to }) => `${name} takes ${to} too.`,
  },
} as const satisfies Rules;
