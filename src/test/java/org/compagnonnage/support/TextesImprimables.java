package org.compagnonnage.support;

import java.util.List;

/** Texts that the contracts can print, the same for every place where one is entered. */
public final class TextesImprimables {

	private TextesImprimables() {
	}

	/** Names in the languages of Europe. */
	public static List<String> europeens() {
		return List.of("Anne-Éléonore Œuvrard-Lefèbvre", "Žižek-Ó'Brien", "Müller-Weiß ẞ", "Łukasz Gżegżółka",
				"Đorđe Đurić", "Ștefan Țăran", "Győző Űr", "Þórður Ævarsson", "Åse Bjørnø", "Ċensu Ħaż",
				"Šarūnas Ąžuolėlis", "Ķēniņš Ģirts", "Gökçe İpek Şahin Işık", "Siân Ŵyn Ŷ", "Núria l·la", "Ñandú",
				"Ελένη Παπαδοπούλου ΐ", "Юлія Їжак Ґалаґан", "Ђорђе Љиљана Џон",
				"e\u0301tablis rendez\u2011vous 1\u202f200 €", "« l’été » – 50 % … n° 3");
	}

}
