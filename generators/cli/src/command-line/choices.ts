import type { GivenOption } from './documents.ts';
import { type WrongUse, wrongUse } from './invocation.ts';
import { nearest } from './nearest.ts';
import { type OptionName, optionSpec } from './options.ts';

/** The choice that a value is, or what is wrong with it. */
export function oneOf<Choice extends string>(
  name: OptionName,
  value: string,
  choices: readonly Choice[],
): Choice | WrongUse {
  return choices.find((choice) => choice === value) ?? notOneOf(name, value, choices);
}

/** What is wrong with the first item that is none of an option's choices; null where nothing is. */
export function wrongChoice(
  name: OptionName,
  items: readonly string[],
  choices: readonly string[],
): WrongUse | null {
  const wrong = items.find((item) => !choices.includes(item));
  return wrong === undefined ? null : notOneOf(name, wrong, choices);
}

function notOneOf(name: OptionName, value: string, choices: readonly string[]): WrongUse {
  const meant = nearest(value, choices);
  return wrongUse(
    `\`${value}\` is not a value of \`--${name}\`.`,
    `${meant === null ? '' : `Did you mean \`${meant}\`? `}Values: ${choices.join(', ')}.`,
  );
}

/** The first item of an option's lists that is none of its choices. */
export function wrongItem(name: OptionName, options: readonly GivenOption[]): WrongUse | null {
  const { choices = [] } = optionSpec(name);
  for (const given of options) {
    if (given.name !== name) continue;
    const items = listItems(given.value);
    const wrong = wrongChoice(name, items.length === 0 ? [given.value] : items, choices);
    if (wrong !== null) return wrong;
  }
  return null;
}

/** The items of a comma list. */
export function listItems(value: string): readonly string[] {
  return value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
