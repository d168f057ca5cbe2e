'use native';

/**
 * Goldfish real-time clock: the time of day in nanoseconds, and one alarm.
 *
 * Its interrupt stays raised until `acknowledge`; a handler that forgets it hears nothing again. An
 * alarm in the past fires at once.
 *
 * [GOLDFISH] "Goldfish RTC".
 */

import { layout, type Ptr } from 'native:memory';
import { mmio, type ReadOnly, type ReadWrite, type WriteOnly } from 'native:mmio';

interface RtcRegisters {
	timeLow: ReadWrite<u32>; // reading it latches the high half
	timeHigh: ReadWrite<u32>;
	alarmLow: ReadWrite<u32>; // writing it sets the alarm
	alarmHigh: ReadWrite<u32>;
	interruptEnable: ReadWrite<u32>;
	clearAlarm: WriteOnly<u32>;
	alarmStatus: ReadOnly<u32>; // 1 while an alarm is set
	clearInterrupt: WriteOnly<u32>;
}

layout<RtcRegisters>({
	timeLow: 0x00,
	timeHigh: 0x04,
	alarmLow: 0x08,
	alarmHigh: 0x0c,
	interruptEnable: 0x10,
	clearAlarm: 0x14,
	alarmStatus: 0x18,
	clearInterrupt: 0x1c,
});

export class GoldfishRtc {
	private readonly registers: Ptr<RtcRegisters>;

	constructor(base: usize) {
		this.registers = mmio<RtcRegisters>(base);
	}

	/** The time of day in nanoseconds since 1970. The low half comes first: it latches the high one. */
	readNanoseconds(): u64 {
		const low = this.registers.timeLow.read();
		const high = this.registers.timeHigh.read();
		return (u64(high) << 32) | u64(low);
	}

	/** Interrupts once at this time of day. The high half comes first: the low one sets the alarm. */
	setAlarm(nanoseconds: u64): void {
		this.registers.interruptEnable.write(1);
		this.registers.alarmHigh.write(u32(nanoseconds >> 32));
		this.registers.alarmLow.write(u32(nanoseconds));
	}

	/** Takes the alarm back. */
	cancelAlarm(): void {
		this.registers.clearAlarm.write(1);
	}

	/** Is an alarm set that has not gone off yet? */
	isAlarmSet(): boolean {
		return this.registers.alarmStatus.read() !== 0;
	}

	/** Lowers the interrupt line. Runs: in the handler, before it returns. */
	acknowledge(): void {
		this.registers.clearInterrupt.write(1);
	}
}
