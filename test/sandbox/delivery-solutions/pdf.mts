/** A valid PDF of one small page with a line of text; short, as a label's `file` has 1000 characters. */
export function labelPdf(line: string): Buffer {
	const text = line.replace(/[^\w .:-]/g, '?');
	const drawing = `BT /F 12 Tf 20 100 Td (${text}) Tj ET`;
	const objects = [
		'<</Type/Catalog/Pages 2 0 R>>',
		'<</Type/Pages/Kids[3 0 R]/Count 1>>',
		'<</Type/Page/Parent 2 0 R/MediaBox[0 0 288 432]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
		`<</Length ${drawing.length}>>stream\n${drawing}\nendstream`,
		'<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
	];
	let file = '%PDF-1.4\n';
	const offsets = objects.map((object, index) => {
		const offset = file.length;
		file += `${index + 1} 0 obj${object}endobj\n`;
		return offset;
	});
	const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
	const start = file.length;
	file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table.join('')}`;
	file += `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
	return Buffer.from(file, 'latin1');
}
