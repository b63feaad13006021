package org.compagnonnage.document;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Which files people may attach to a case.
 *
 * @param tailleMaximale largest file
 * @param fichiersParDossier files that one case holds at most
 * @param types what is accepted
 */
@Validated
@ConfigurationProperties("compagnonnage.document")
record DocumentSettings(@DefaultValue("20MB") @NotNull DataSize tailleMaximale,
		@DefaultValue("200") @Min(1) @Max(2000) int fichiersParDossier, @NotEmpty @Valid List<Type> types) {

	DocumentSettings {
		if (tailleMaximale.toBytes() < 1 || tailleMaximale.toMegabytes() > 20) {
			throw new IllegalArgumentException("A file has at least one byte and at most 20 MiB");
		}
	}

	/**
	 * A type of file.
	 *
	 * @param type media type, as found in the content
	 * @param extensions endings of the name that suit it, in lower case; the first is
	 * given to a name that has none
	 */
	record Type(@NotNull @Pattern(regexp = "[a-z]+/[a-z0-9.+-]+") String type,
			@NotEmpty List<@Pattern(regexp = "[a-z][a-z0-9]{0,7}") String> extensions) {

		String extension() {
			return this.extensions.get(0);
		}

	}

}
