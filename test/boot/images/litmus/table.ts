'use native';

/** Shapes of `HandlerTable`: three slots, of which slot 1 is used. */

import { store } from 'native:atomic';
import { exportSymbol } from 'native:link';
import { addressFrom } from 'native:memory';
import { HandlerTable } from '../../../../kernel/sync/handler-table.ts';
import { hartIsOnline } from '../../../../kernel/trap/calls.ts';
import { handler, keep, look, prepare, saw, state } from './witness.ts';

const table = new HandlerTable(3);
const slot = 1;

function otherHandler(): void {}

function tableRegister(): u64 {
	prepare();
	return table.registerHandler(slot, handler) ? 2 : 0;
}
exportSymbol('tableRegister', tableRegister);

function tableRegisterOther(): u64 {
	return table.registerHandler(slot, otherHandler) ? 2 : 0;
}
exportSymbol('tableRegisterOther', tableRegisterOther);

function tableHandle(): u64 {
	table.handle(slot);
	return saw.value;
}
exportSymbol('tableHandle', tableHandle);

/** The owner writes once more, and leaves. */
function tableLeave(): u64 {
	prepare();
	return table.unregisterHandler(slot) === null ? 0 : 2;
}
exportSymbol('tableLeave', tableLeave);

/** Takes the slot that another has left, and looks at what that one wrote. */
function tableFollow(): u64 {
	return table.registerHandler(slot, otherHandler) ? look() : 0;
}
exportSymbol('tableFollow', tableFollow);

/** The same with a handler that looks. */
function tableFollowOn(): u64 {
	return table.registerHandler(slot, handler) ? 2 : 0;
}
exportSymbol('tableFollowOn', tableFollowOn);

/** Takes the handler out, and looks at what its owner wrote before. */
function tableTakeOut(): u64 {
	return table.unregisterHandler(slot) === null ? 0 : look();
}
exportSymbol('tableTakeOut', tableTakeOut);

/** Takes the handler out and reuses its memory at once: not allowed, but nothing keeps it from doing so. */
function tableReuse(): u64 {
	table.unregisterHandler(slot);
	store(state, 0, 'relaxed');
	return 2;
}
exportSymbol('tableReuse', tableReuse);

/** Takes the handler out; then, must hart 1 be asked whether it runs it? 1 if not. */
function tableLeaveAndLook(): u64 {
	table.unregisterHandler(slot);
	return hartIsOnline(1) ? 2 : 1;
}
exportSymbol('tableLeaveAndLook', tableLeaveAndLook);

export function keepTable(): void {
	keep(addressFrom(tableRegister));
	keep(addressFrom(tableRegisterOther));
	keep(addressFrom(tableHandle));
	keep(addressFrom(tableLeave));
	keep(addressFrom(tableFollow));
	keep(addressFrom(tableFollowOn));
	keep(addressFrom(tableTakeOut));
	keep(addressFrom(tableReuse));
	keep(addressFrom(tableLeaveAndLook));
}
