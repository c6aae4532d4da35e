import { member, type SecurityRequirement } from '@plumbline/model';
import { type Context, originOf } from '../document/context.ts';
import { asObject, listMember, membersOf, type ObjectNode, textsMember } from '../document/node.ts';

/** The `security` of a document or an operation (OpenAPI 3.1 section 4.8.30); null where it says nothing of it. */
export function readSecurity(context: Context, holder: ObjectNode): readonly SecurityRequirement[] | null {
  if (!Object.hasOwn(holder.value, 'security')) return null;
  return listMember(context, holder, 'security').flatMap((node) => {
    const requirement = asObject(context, node, 'security requirement');
    if (requirement === undefined) return [];
    const schemes = membersOf(requirement).map(([name, { pointer }]) => {
      reportUnknown(context, name, pointer);
      return {
        name: context.names.finalName('securitySchemes', name),
        scopes: textsMember(context, requirement, name),
      };
    });
    return [{ schemes }];
  });
}

function reportUnknown(context: Context, name: string, pointer: string): void {
  const schemes = member(member(context.document, 'components'), 'securitySchemes');
  if (member(schemes, name) !== undefined) return;
  context.report({ code: 'security-scheme-unknown', args: { name }, at: originOf(context, { pointer }) });
}
