/*
 * The C twin of the bench apps: the same operations in the same order, with the same names, measured
 * in the same way. Compiled twice: with the standard ABI (dispatch in trap-standard.S), and with the
 * kernel's register convention (dispatchers below).
 */
#include "table.h"

#define REGISTER(type, address) (*(volatile type *)(address))
#define MSIP REGISTER(uint32_t, 0x2000000)
#define MTIMECMP REGISTER(uint64_t, 0x2004000)
#define UART(offset) REGISTER(uint8_t, 0x10000000 + (offset))
#define PLIC_PRIORITY(source) REGISTER(uint32_t, 0xc000000 + 4 * (source))
#define PLIC_ENABLE REGISTER(uint32_t, 0xc002000)
#define PLIC_THRESHOLD REGISTER(uint32_t, 0xc200000)
#define PLIC_CLAIM REGISTER(uint32_t, 0xc200004)

enum { software = 3, timer = 7, sources = 1024, locals = 16, uartSource = 10, tableSize = 64 };

/* In reach of gp, as are the kernel's tables. */
#define NEAR(name) __attribute__((section(".sbss." #name)))
Slot localHandlers[locals] NEAR(localHandlers);
static Slot table[tableSize] NEAR(table);
Slot externalHandlers[sources] NEAR(zExternalHandlers);

void dispatchSoftware(void)
{
	slotHandle(localHandlers, locals, software);
}

void dispatchTimer(void)
{
	slotHandle(localHandlers, locals, timer);
}

void dispatchExternal(void)
{
	uint32_t source = PLIC_CLAIM;

	slotHandle(externalHandlers, sources, source);
	PLIC_CLAIM = source;
}

/* Handlers with data, alone or in a chain: a trampoline in the slot, a record in a word beside it. */

typedef struct Record {
	void (*alone)(uint64_t irq, uint64_t data);
	bool (*shared)(uint64_t irq, uint64_t data);
	uint64_t data;
	struct Record *next;
} Record;

static _Atomic(Record *) records[sources];

void callWithData(uint64_t irq)
{
	Record *record = atomic_load_explicit(&records[irq], memory_order_acquire);

	if (record && record->alone)
		record->alone(irq, record->data);
}

static volatile uint64_t unhandled;

void callShared(uint64_t irq)
{
	bool isHandled = false;

	for (Record *record = atomic_load_explicit(&records[irq], memory_order_acquire); record;
	     record = record->next)
		if (record->shared && record->shared(irq, record->data))
			isHandled = true;
	if (!isHandled)
		unhandled++;
}

/* The handlers: as little as makes the device be quiet. */

__attribute__((noinline)) void emptyHandler(uint64_t irq) { (void)irq; }

void softwareHandler(uint64_t irq)
{
	(void)irq;
	MSIP = 0;
}

void timerHandler(uint64_t irq)
{
	(void)irq;
	MTIMECMP = -1;
}

void externalHandler(uint64_t irq)
{
	(void)irq;
	UART(1) = 0;
	(void)UART(2);
}

void lonelyHandler(uint64_t irq)
{
	(void)irq;
	(void)UART(2);
	UART(1) = 0;
}

void dataHandler(uint64_t irq, uint64_t data)
{
	(void)irq;
	UART(1) = data;
	(void)UART(2);
}

bool firstOfTwo(uint64_t irq, uint64_t data)
{
	(void)irq;
	UART(1) = data;
	(void)UART(2);
	return true;
}

bool firstOfFour(uint64_t irq, uint64_t data)
{
	(void)irq;
	(void)UART(2);
	UART(1) = data;
	return true;
}

#define OTHER(name, wanted)                                                                        \
	bool name(uint64_t irq, uint64_t data)                                                     \
	{                                                                                          \
		(void)irq;                                                                         \
		return data == (wanted);                                                           \
	}

OTHER(secondOfTwo, 2)
OTHER(secondOfFour, 3)
OTHER(thirdOfFour, 4)
OTHER(fourthOfFour, 5)

static Record withData = {.alone = dataHandler};
static Record two[] = {{.shared = secondOfTwo, .next = &two[1]}, {.shared = firstOfTwo}};
static Record four[] = {{.shared = fourthOfFour, .next = &four[1]},
			{.shared = thirdOfFour, .next = &four[2]},
			{.shared = secondOfFour, .next = &four[3]},
			{.shared = firstOfFour}};

/* The table's operations, not inlined: through pointers, so that gcc knows nothing of the caller. */

bool registerOperation(size_t index, Handler handler)
{
	return slotRegister(table, tableSize, index, handler);
}

bool handleOperation(size_t index)
{
	return slotHandle(table, tableSize, index);
}

Handler unregisterOperation(size_t index)
{
	return slotUnregister(table, tableSize, index);
}

static bool (*volatile registerCell)(size_t, Handler) = registerOperation;
static bool (*volatile handleCell)(size_t) = handleOperation;
static Handler (*volatile unregisterCell)(size_t) = unregisterOperation;

static void put(char byte)
{
	while (!(UART(5) & 0x20))
		;
	UART(0) = byte;
}

static void putText(const char *text)
{
	while (*text)
		put(*text++);
}

static void putDecimal(uint64_t value)
{
	if (value >= 10)
		putDecimal(value / 10);
	put('0' + value % 10);
}

static inline uint64_t instructions(void)
{
	uint64_t count;

	__asm__ volatile("csrr %0, minstret" : "=r"(count)::"memory");
	return count;
}

static void report(const char *id, uint64_t before, uint64_t after)
{
	putText(id);
	put(' ');
	putDecimal(after - before);
	put('\n');
}

#define MEASURE(id, operation)                                                                     \
	do {                                                                                       \
		uint64_t before = instructions();                                                  \
		operation;                                                                         \
		uint64_t after = instructions();                                                   \
		report(id, before, after);                                                         \
	} while (0)

static void measureTable(void)
{
	MEASURE("table.register.ok", registerCell(1, emptyHandler));
	MEASURE("table.register.taken", registerCell(1, emptyHandler));
	MEASURE("table.handle.hit", handleCell(1));
	MEASURE("table.handle.miss", handleCell(2));
	MEASURE("table.handle.bounds", handleCell(tableSize));
	MEASURE("table.unregister.hit", unregisterCell(1));
	MEASURE("table.unregister.empty", unregisterCell(1));
}

static void pause(void)
{
	for (int turn = 0; turn < 32; turn++)
		__asm__ volatile("");
}

static void replace(Handler handler, Record *record)
{
	slotUnregister(externalHandlers, sources, uartSource);
	slotRegister(externalHandlers, sources, uartSource, handler);
	atomic_store_explicit(&records[uartSource], record, memory_order_release);
}

static void measureTraps(void)
{
	slotRegister(localHandlers, locals, software, softwareHandler);
	slotRegister(localHandlers, locals, timer, timerHandler);
	slotRegister(externalHandlers, sources, uartSource, externalHandler);
	MTIMECMP = -1;
	PLIC_PRIORITY(uartSource) = 1;
	PLIC_ENABLE = 1 << uartSource;
	PLIC_THRESHOLD = 0;
	__asm__ volatile("csrw mie, %0\n\tcsrsi mstatus, 8" ::"r"(1 << 3 | 1 << 7 | 1 << 11));
	MEASURE("trap.software", (MSIP = 1, pause()));
	MEASURE("trap.timer", (MTIMECMP = 0, pause()));
	MEASURE("trap.external", (UART(1) = 2, pause()));
	for (size_t line = 1; line < sources; line++)
		slotRegister(externalHandlers, sources, line, emptyHandler);
	replace(lonelyHandler, NULL);
	MEASURE("trap.lines1023", (UART(1) = 2, pause()));
	replace(callWithData, &withData);
	MEASURE("trap.data", (UART(1) = 2, pause()));
	replace(callShared, two);
	MEASURE("trap.shared2", (UART(1) = 2, pause()));
	replace(callShared, four);
	MEASURE("trap.shared4", (UART(1) = 2, pause()));
}

int main(void)
{
	report("boot.first-byte", 0, instructions());
	measureTable();
	measureTraps();
	return 0;
}
