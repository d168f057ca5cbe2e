/** A folder as an editor with plain TypeScript shows it: through the language service, by its tsconfig.json. */

import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

export class Editor {
	private readonly folder: string;
	private readonly typed = new Map<string, string>(); // what was changed and not saved
	private readonly service: ts.LanguageService;
	private readonly files: string[];
	private version = 0;

	constructor(folder: string) {
		this.folder = folder;
		const { options, fileNames, errors } = ts.parseJsonConfigFileContent(
			ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile).config,
			ts.sys,
			folder,
		);
		if (errors[0] !== undefined) throw new Error(textOf(errors[0]));
		this.files = fileNames;
		this.service = ts.createLanguageService({
			getCompilationSettings: () => options,
			getScriptFileNames: () => this.files,
			getScriptVersion: file => (this.typed.has(file) ? String(this.version) : '0'),
			getScriptSnapshot: file => {
				const text = this.typed.get(file) ?? ts.sys.readFile(file);
				return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
			},
			getCurrentDirectory: () => folder,
			getDefaultLibFileName: ts.getDefaultLibFilePath,
			fileExists: file => this.typed.has(file) || ts.sys.fileExists(file),
			readFile: file => this.typed.get(file) ?? ts.sys.readFile(file),
			readDirectory: ts.sys.readDirectory,
			directoryExists: ts.sys.directoryExists,
			getDirectories: ts.sys.getDirectories,
		});
	}

	/** The modules of the folder itself, relative to it. */
	modules(): readonly string[] {
		return this.files
			.map(file => relative(this.folder, file))
			.filter(name => !name.startsWith('..'));
	}

	/** Types `text` into a file of the folder, which need not exist. */
	type(name: string, text: string): void {
		const file = join(this.folder, name);
		if (!this.files.includes(file)) this.files.push(file);
		this.typed.set(file, text);
		this.version += 1;
	}

	/** What is underlined in red: `line: message`, and what the configuration as a whole is blamed for. */
	mistakes(name: string): readonly string[] {
		const file = join(this.folder, name);
		return [
			...this.service.getCompilerOptionsDiagnostics(),
			...this.service.getSyntacticDiagnostics(file),
			...this.service.getSemanticDiagnostics(file),
		].map(diagnostic => {
			const place = diagnostic.file?.getLineAndCharacterOfPosition(diagnostic.start ?? 0);
			return `${(place?.line ?? -1) + 1}: ${textOf(diagnostic)}`;
		});
	}

	/** What is shown when the pointer rests on the first `word` of a file. */
	hover(name: string, word: string): string {
		const file = join(this.folder, name);
		const text = this.typed.get(file) ?? readFileSync(file, 'utf8');
		const shown = this.service.getQuickInfoAtPosition(file, text.indexOf(word));
		return ts.displayPartsToString(shown?.documentation);
	}
}

function textOf({ messageText }: ts.Diagnostic): string {
	return ts.flattenDiagnosticMessageText(messageText, ' ');
}
