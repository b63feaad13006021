package org.compagnonnage.document;

import java.text.BreakIterator;
import java.util.Locale;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Where a line may end in French: never after an apostrophe, nor inside a number such as
 * L. 127-1.
 */
class Cesure implements FSTextBreaker {

	private final BreakIterator positions = BreakIterator.getLineInstance(Locale.FRANCE);

	private String texte = "";

	@Override
	public int next() {
		int position = this.positions.next();
		while (position != BreakIterator.DONE && position < this.texte.length() && interdite(position)) {
			position = this.positions.next();
		}
		return position;
	}

	@Override
	public void setText(String nouveau) {
		this.texte = nouveau;
		this.positions.setText(nouveau);
	}

	private boolean interdite(int position) {
		char avant = this.texte.charAt(position - 1);
		return avant == '\u2019' || avant == '\'' || (avant == '-' && Character.isDigit(this.texte.charAt(position)));
	}

}
