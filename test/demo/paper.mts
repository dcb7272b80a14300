import { styleText } from 'node:util';

/** Where the demo is written. */
export interface Paper {
	heading(text: string): void;
	line(text?: string): void;
	good(text: string): void;
	bad(text: string): void;
}

type Style = Parameters<typeof styleText>[0];

/** Writes plain text, with colours only where a person looks at a terminal and has not said no. */
export function paper(stream: NodeJS.WriteStream = process.stdout): Paper {
	const colours = stream.isTTY === true && !process.env.NO_COLOR;
	const style = (format: Style, text: string) => (colours ? styleText(format, text) : text);
	const line = (text = '') => void stream.write(`${text}\n`);
	return {
		line: (text) => line(text && `   ${text}`),
		heading: (text) => line(`\n${style('bold', text)}`),
		good: (text) => line(`   ${style('green', 'OK')}  ${text}`),
		bad: (text) => line(`   ${style('red', 'NOT OK')}  ${text}`),
	};
}
