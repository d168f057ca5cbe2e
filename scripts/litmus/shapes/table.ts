/** Shapes of `HandlerTable` and `HandlerRecords`. */

import { calls, first, type Shape, saw } from '../shape.ts';

const table: readonly Shape[] = [
	{
		name: 'register-handle',
		wrong: 'the handler runs and finds its state unwritten',
		harts: [calls('tableRegister'), calls('tableHandle')],
	},
	{
		name: 'register-register',
		wrong: 'two owners have one slot, or none has it',
		harts: [calls('tableRegister'), calls('tableRegisterOther')],
		isWrong: ([a, b]) => a === b,
		isRight: ([a, b]) => a === saw.nothing && b === saw.right,
	},
	{
		name: 'unregister-register',
		wrong: 'the next owner does not see what the last one wrote',
		setUp: first('tableRegisterOther'),
		harts: [calls('tableLeave'), calls('tableFollow')],
	},
	{
		name: 'register-unregister',
		wrong: 'whoever takes a handler out does not see what its owner wrote',
		harts: [calls('tableRegister'), calls('tableTakeOut')],
	},
	{
		name: 'unregister-register-handle',
		wrong: "a handler does not see what the slot's last owner wrote",
		setUp: first('tableRegisterOther'),
		harts: [calls('tableLeave'), calls('tableFollowOn'), calls('tableHandle')],
	},
	{
		name: 'unregister-handle',
		wrong:
			'a handler that was taken out is still running: unregister alone does not promise otherwise',
		setUp: first('tableRegister'),
		harts: [calls('tableReuse'), calls('tableHandle')],
		promises: false,
	},
	{
		name: 'unregister-unregister',
		wrong: 'two get one handler',
		setUp: first('tableRegister'),
		harts: [calls('tableTakeOut'), calls('tableTakeOut')],
		isWrong: ([a, b]) => a === b,
		isRight: ([a, b]) => a === saw.nothing && b === saw.right,
	},
];

const records: readonly Shape[] = [
	{
		name: 'record-publish',
		wrong: 'a handler of one, data of another, or state unwritten',
		harts: [calls('recordPublish'), calls('recordHandle')],
	},
	{
		name: 'shared-first',
		wrong: 'a shared line has a record that is not filled',
		harts: [calls('sharedPublish'), calls('sharedWalk')],
	},
	{
		name: 'shared-second',
		wrong: 'a second handler comes, and there is an instant without a whole one',
		setUp: first('sharedPublish'),
		harts: [calls('sharedPublishSecond'), calls('sharedWalkNotEmpty')],
	},
	{
		name: 'shared-both',
		wrong: 'two handlers come at the same time, and one of them is torn',
		harts: [calls('sharedPublish'), calls('sharedPublishSecond'), calls('sharedWalk')],
		looks: 2,
	},
	{
		name: 'shared-remove',
		wrong: 'the older handler is torn when the newer one is taken out',
		harts: [calls('sharedPublish'), calls('sharedRemoveSecond'), calls('sharedWalk')],
		setUp: first('sharedPublishSecond'),
	},
	{
		name: 'shared-uncover',
		wrong: 'an older record becomes the newest, and is not filled',
		harts: [
			calls('sharedPublish', 'sharedPublishSecond'),
			calls('sharedRemoveSecond'),
			calls('sharedWalk'),
		],
	},
	{
		name: 'retire-collect',
		wrong: 'a grace period begins, and its record is still found on the line',
		setUp: first('sharedPublish'),
		harts: [calls('sharedRemove'), calls('recordCollect')],
	},
	{
		name: 'retire-collect-middle',
		wrong: 'the same, for a record that is not the newest',
		setUp: first('sharedPublish', 'sharedPublishSecond'),
		harts: [calls('sharedRemove'), calls('recordCollect')],
	},
	{
		name: 'retire-keep-collect',
		wrong: 'the same, after a grace period that did not come about',
		setUp: first('sharedPublish'),
		harts: [calls('sharedRemove'), calls('recordKeep'), calls('recordCollect')],
	},
	{
		name: 'give-back-take',
		wrong: 'a record is filled while its last handler reads it',
		setUp: first('recordPublish'),
		harts: [calls('recordEnd'), calls('recordAgain')],
	},
	{
		name: 'unused-take',
		wrong: 'a record holds what somebody filled in who did not need it',
		harts: [calls('recordUnused'), calls('recordPublish'), calls('recordHandle')],
	},
];

export const tableShapes: readonly Shape[] = [...table, ...records];
