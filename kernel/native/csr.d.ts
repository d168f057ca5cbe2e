declare module 'native:csr' {
	/** The control and status registers by their names in [PRIV] "CSR Listing". */
	export type Csr =
		| 'mhartid'
		| 'misa'
		| 'mstatus'
		| 'mie'
		| 'mip'
		| 'mtvec'
		| 'mscratch'
		| 'mepc'
		| 'mcause'
		| 'mtval'
		| 'mcounteren'
		| 'mcycle'
		| 'minstret'
		| 'pmpcfg0'
		| 'pmpcfg2'
		| 'pmpaddr0'
		| 'pmpaddr1'
		| 'pmpaddr2'
		| 'pmpaddr3'
		| 'pmpaddr4'
		| 'pmpaddr5'
		| 'pmpaddr6'
		| 'pmpaddr7';

	/** `csrr`. */
	export function readCsr(csr: Csr): usize;
	/** `csrw`. */
	export function writeCsr(csr: Csr, value: usize): void;
	/** `csrrw`: writes, and gives the old value. */
	export function swapCsr(csr: Csr, value: usize): usize;
	/** `csrrs`: sets the bits that are 1 in `bits`, and gives the old value. */
	export function setCsr(csr: Csr, bits: usize): usize;
	/** `csrrc`: clears the bits that are 1 in `bits`, and gives the old value. */
	export function clearCsr(csr: Csr, bits: usize): usize;
}
