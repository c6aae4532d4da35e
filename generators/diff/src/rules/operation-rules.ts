import type { Rules } from './rule.ts';

/** Operations, and the methods that call them. */
export const operationRules = {
  'operation-removed': {
    class: 'breaking',
    title: 'Operations removed',
    why: 'Code that calls it does not compile any more, and a client that is already in use is answered with an error.',
    message: ({ name }) => `${name} is gone.`,
  },
  'operation-added': {
    class: 'compatible',
    title: 'Operations added',
    why: 'Nothing that exists changes.',
    message: ({ name }) => `${name} is new.`,
  },
  'operation-moved': {
    class: 'compatible',
    noted: true,
    title: 'Operations moved',
    why: 'Methods are called by their names, so that code stays; clients that are already in use call the former address.',
    message: ({ from, to }) => `${from} has become ${to}.`,
  },
  'operation-id-changed': {
    class: 'compatible',
    noted: true,
    title: 'Operation ids changed',
    why: 'Methods are named by their pages; a method that is named after the id is told of as renamed.',
    message: ({ name, from, to }) => `The operationId of ${name} is ${to}, no longer ${from}.`,
  },
  'operation-deprecated': {
    class: 'compatible',
    noted: true,
    title: 'Operations deprecated',
    why: 'It works as before, and is going to be removed.',
    message: ({ name }) => `${name} is deprecated.`,
  },
  'operation-undeprecated': {
    class: 'docs',
    title: 'Operations no longer deprecated',
    why: 'Types and behaviour stay.',
    message: ({ name }) => `${name} is no longer deprecated.`,
  },
  'operation-description-changed': {
    class: 'docs',
    title: 'Operations described anew',
    why: 'Types and behaviour stay.',
    message: ({ name }) => `${name} is described anew.`,
  },
  'method-renamed': {
    class: 'breaking',
    title: 'Methods renamed',
    why: 'Code that calls the method by its former name does not compile any more.',
    message: ({ from, to }) => `The method ${from} is now ${to}.`,
  },
  'method-removed': {
    class: 'breaking',
    title: 'Methods removed',
    why: 'Code that calls the method does not compile any more, though the operation is still there.',
    message: ({ name, from }) => `The method ${from} is gone; ${name} is called by no other.`,
  },
  'method-added': {
    class: 'compatible',
    title: 'Methods added',
    why: 'Nothing that exists changes.',
    message: ({ name, to }) => `The method ${to} calls ${name}.`,
  },
  'pagination-removed': {
    class: 'breaking',
    title: 'Lists no longer paged',
    why: 'The method no longer answers with pages, so that a loop over its items does not compile any more.',
    message: ({ name }) => `${name} is no longer paged.`,
  },
  'pagination-added': {
    class: 'compatible',
    noted: true,
    title: 'Lists paged',
    why: 'What is awaited stays; items past the first page are reached by a loop.',
    message: ({ name }) => `${name} is paged.`,
  },
  'pagination-changed': {
    class: 'compatible',
    noted: true,
    title: 'Lists paged in another way',
    why: 'A new client follows the new way, and the loop over the items stays; clients that are already in use follow the former.',
    message: ({ name, from, to }) => `${name} is paged by ${to}, no longer by ${from}.`,
  },
} as const satisfies Rules;
