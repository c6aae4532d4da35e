import type { Rules } from './rule.ts';

/** What is one for requests and responses, and what the whole API has. */
export const sharedRules = {
  'schema-renamed': {
    class: 'breaking',
    title: 'Types renamed',
    why: 'Code that imports the type by its former name does not compile any more.',
    message: ({ from, to }) => `The type ${from} is now ${to}.`,
  },
  'schema-removed': {
    class: 'breaking',
    title: 'Types removed',
    why: 'Code that imports the type does not compile any more.',
    message: ({ from }) => `The type ${from} is gone; what was of it has another.`,
  },
  'discriminator-field-changed': {
    class: 'breaking',
    title: 'Variants told apart by another field',
    why: 'Code that tells them apart by the former field does not compile any more, or takes one for another.',
    message: ({ name, from, to }) => `The variants of ${name} are told apart by ${to}, no longer by ${from}.`,
  },
  'discriminator-value-removed': {
    class: 'breaking',
    title: 'Values that told variants apart removed',
    why: 'Code that compares with one does not compile any more, or waits in vain.',
    message: ({ name, from }) => `${name} is no longer told by ${from}.`,
  },
  'value-deprecated': {
    class: 'compatible',
    noted: true,
    title: 'Fields deprecated',
    why: 'It works as before, and is going to be removed.',
    message: ({ name }) => `${name} is deprecated.`,
  },
  'value-undeprecated': {
    class: 'docs',
    title: 'Fields no longer deprecated',
    why: 'Types and behaviour stay.',
    message: ({ name }) => `${name} is no longer deprecated.`,
  },
  'value-description-changed': {
    class: 'docs',
    title: 'Fields described anew',
    why: 'Types and behaviour stay.',
    message: ({ name }) => `${name} is described anew.`,
  },
  'value-example-changed': {
    class: 'docs',
    title: 'Examples changed',
    why: 'Types and behaviour stay.',
    message: ({ name }) => `${name} has other examples.`,
  },
  'security-required': {
    class: 'breaking',
    title: 'Credentials that became required',
    why: 'Requests without credentials are refused.',
    message: ({ name, to }) => `${name} now requires ${to}.`,
  },
  'security-lifted': {
    class: 'compatible',
    title: 'Credentials no longer required',
    why: 'Requests with credentials are as good as before.',
    message: ({ name }) => `${name} requires no credentials any more.`,
  },
  'security-alternative-removed': {
    class: 'breaking',
    title: 'Credentials no longer accepted',
    why: 'Requests with these credentials are refused.',
    message: ({ name, from }) => `${name} no longer accepts ${from}.`,
  },
  'security-alternative-added': {
    class: 'compatible',
    title: 'Credentials accepted',
    why: 'Requests with the other credentials are as good as before.',
    message: ({ name, to }) => `${name} accepts ${to} too.`,
  },
  'security-scope-added': {
    class: 'breaking',
    title: 'Scopes that became required',
    why: 'Tokens without the scope are refused.',
    message: ({ name, to }) => `${name} now requires the scope ${to}.`,
  },
  'security-scope-removed': {
    class: 'compatible',
    title: 'Scopes no longer required',
    why: 'Tokens with the scope are as good as before.',
    message: ({ name, from }) => `${name} no longer requires the scope ${from}.`,
  },
  'security-scheme-removed': {
    class: 'breaking',
    title: 'Security schemes removed',
    why: 'The option of the client that takes its credentials is gone.',
    message: ({ name }) => `The security scheme ${name} is gone.`,
  },
  'security-scheme-added': {
    class: 'compatible',
    title: 'Security schemes added',
    why: 'Nothing that exists changes.',
    message: ({ name }) => `The security scheme ${name} is new.`,
  },
  'security-url-changed': {
    class: 'compatible',
    noted: true,
    title: 'Addresses of authorization changed',
    why: 'A new client asks for tokens at the new address; clients that are already in use ask at the former.',
    message: ({ name, from, to }) => `The ${name} is ${to}, no longer ${from}.`,
  },
  'security-scheme-changed': {
    class: 'breaking',
    title: 'Security schemes changed',
    why: 'Credentials are sent in another way, or are of another kind.',
    message: ({ name, from, to }) => `The security scheme ${name} is ${to}, no longer ${from}.`,
  },
  'server-removed': {
    class: 'breaking',
    title: 'Servers removed',
    why: 'A client that addresses it must address another.',
    message: ({ from }) => `The server ${from} is gone.`,
  },
  'server-added': {
    class: 'compatible',
    title: 'Servers added',
    why: 'Nothing that exists changes.',
    message: ({ to }) => `The server ${to} is new.`,
  },
  'api-description-changed': {
    class: 'docs',
    title: 'The API described anew',
    why: 'Types and behaviour stay.',
    message: () => 'The API as a whole is described anew.',
  },
} as const satisfies Rules;
