/** Shapes of the kernel's own functions: what `native:irq` does on hart 0, while hart 1 takes interrupts. */

import { calls, type SetUp, type Shape, saw } from '../shape.ts';

const claims = 9n; // the line of the image's handlers
const on = (hart: number, ...names: readonly string[]): readonly SetUp[] =>
	names.map(name => ({ name, hart }));
const online = [...on(0, 'kernelOpen'), ...on(1, 'kernelOpen')];

/** Hart 1 takes the interrupt, and then what it is asked. */
const interrupted = calls('dispatchExternal', 'kernelServe');
/** The other way round: hart 1 has answered, and takes the interrupt. */
const answered = calls('kernelServe', 'dispatchExternal', 'kernelSaw');
/** Hart 1 comes online, takes the interrupt at once, and then what it is asked. */
const arriving = calls('kernelOpen', 'dispatchExternal', 'kernelServe');

/** A handler sees its memory reused, or has run and what it wrote is not there. */
const isTorn: Shape['isWrong'] = ([removed, ran]) =>
	ran === saw.wrong || (ran === saw.right && removed === 0n);
const hasRun: Shape['isRight'] = ([removed, ran]) => ran === saw.right && removed === 1n;
const hasNotRun: Shape['isRight'] = ([, ran]) => ran === saw.nothing;

/** Of a hart that comes online and one that takes a handler out, one sees the other. */
const missEachOther: Shape['isWrong'] = ([online, ran]) =>
	online === saw.wrong && ran !== saw.nothing;
const isSeen: Shape['isRight'] = ([online, ran]) => online === saw.right && ran === saw.right;

export const kernelShapes: readonly Shape[] = [
	{
		name: 'unregister-online',
		wrong: 'a hart is taken for offline, comes online, and finds the handler in its slot',
		setUp: on(0, 'tableRegister'),
		harts: [calls('tableLeaveAndLook'), calls('kernelOpen', 'tableHandle')],
		isWrong: missEachOther,
		isRight: isSeen,
	},
	{
		name: 'collect-online',
		wrong: 'a hart is taken for offline, comes online, and finds the record on its line',
		setUp: on(0, 'sharedPublish'),
		harts: [calls('recordRemoveAndLook'), calls('kernelOpen', 'sharedWalk')],
		isWrong: missEachOther,
		isRight: isSeen,
	},
	{
		name: 'irq-register',
		wrong: 'a handler is dispatched and finds its state unwritten',
		harts: [calls('kernelRegister'), calls('dispatchExternal', 'kernelSaw')],
		claims,
	},
	{
		name: 'irq-register-data',
		wrong: 'a handler is dispatched with data of another, or finds its state unwritten',
		harts: [calls('kernelRegisterWithData'), calls('dispatchExternal', 'kernelSaw')],
		claims,
	},
	{
		name: 'irq-remove-running',
		wrong: 'synchronize returns while the handler runs',
		setUp: [...online, ...on(0, 'kernelGuest')],
		harts: [calls('kernelRemove'), interrupted],
		isWrong: isTorn,
		isRight: hasRun,
		claims,
	},
	{
		name: 'irq-remove-again',
		wrong: 'synchronize returns, and the handler runs again',
		setUp: [...online, ...on(0, 'kernelGuest')],
		harts: [calls('kernelRemove'), answered],
		isWrong: ([, ran]) => ran !== saw.nothing,
		isRight: hasNotRun,
		claims,
	},
	{
		name: 'irq-remove-arriving',
		wrong: 'a hart that has just come online runs a handler that was taken out',
		setUp: [...on(0, 'kernelOpen', 'kernelGuest')],
		harts: [calls('kernelRemove'), arriving],
		isWrong: isTorn,
		isRight: hasNotRun,
		claims,
	},
	{
		name: 'irq-remove-shared-running',
		wrong: 'synchronize returns while a handler of a shared line runs',
		setUp: [...online, ...on(0, 'kernelSharedGuest', 'kernelSharedOther')],
		harts: [calls('kernelRemoveShared'), interrupted],
		isWrong: isTorn,
		isRight: hasRun,
		claims,
	},
	{
		name: 'irq-remove-shared-again',
		wrong: 'synchronize returns, and the handler of a shared line runs again',
		setUp: [...online, ...on(0, 'kernelSharedGuest', 'kernelSharedOther')],
		harts: [calls('kernelRemoveShared'), answered],
		isWrong: ([, ran]) => ran !== saw.nothing,
		isRight: hasNotRun,
		claims,
	},
	{
		name: 'irq-remove-shared-arriving',
		wrong: 'a hart that has just come online runs a shared handler that was taken out',
		setUp: [...on(0, 'kernelOpen', 'kernelSharedGuest', 'kernelSharedOther')],
		harts: [calls('kernelRemoveShared'), arriving],
		isWrong: isTorn,
		isRight: hasNotRun,
		claims,
	},
];
