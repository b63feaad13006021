package org.compagnonnage.people;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Accounts given by configuration: those of the demo, and the first administrator of a
 * production.
 *
 * @param demo whether this is a demo or a test, which may start without an administrator
 * @param comptes accounts to create when they are missing
 * @param administrateur the first administrator, given by the environment
 */
@Validated
@ConfigurationProperties("compagnonnage")
record PeopleSettings(@DefaultValue("false") boolean demo, @DefaultValue @Valid List<Compte> comptes,
		@Valid Administrateur administrateur) {

	/** An account; the périmètre {@code *} stands for every périmètre. */
	record Compte(@NotBlank String id, @NotBlank String prenom, @NotBlank String nom, String courriel,
			@NotBlank String motDePasse, @DefaultValue List<String> groupes, @DefaultValue List<String> perimetres) {

		@Override
		public String toString() {
			return "Compte[" + this.id + "]";
		}

	}

	/** The first administrator. */
	record Administrateur(@NotBlank String id, @NotBlank String motDePasse) {

		@Override
		public String toString() {
			return "Administrateur[" + this.id + "]";
		}

	}

}
