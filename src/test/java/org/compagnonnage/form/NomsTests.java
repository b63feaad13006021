package org.compagnonnage.form;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which names people take for the same one. */
class NomsTests {

	@ParameterizedTest
	@CsvSource({ "Former les élus,former  les ELUS,true", "Former les élus,Former les élus !,true", "L’élu,l'elu,true",
			"Former les élus,Former les cadres,false", "Axe 1,Axe 2,false", "Straße,STRASSE,true", "Αθήνα,ΑΘΗΝΑ,true",
			"تكوين المنتخبين,إعداد خطة,false", "تكوين المنتخبين,تكوين  المنتخبين.,true", "培训,规划,false",
			"Обучение,обучение,true", "Обучение,План,false", "की योजना,का योजना,false", "かき,がき,false", "①,1,true",
			"+++,---,false" })
	void twoNamesThatPeopleReadAlikeAreOneInEveryScript(String un, String autre, boolean memes) {
		assertThat(Noms.memes(un, autre)).isEqualTo(memes);
	}

	@Test
	void noNameIsABlankOne() {
		assertThat(Noms.memes(null, "  ")).isTrue();
		assertThat(Noms.memes(null, "x")).isFalse();
	}

}
