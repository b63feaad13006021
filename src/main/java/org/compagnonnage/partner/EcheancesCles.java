package org.compagnonnage.partner;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

import org.compagnonnage.calendar.BusinessCalendar;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which keys end within thirty days without being renewed: each is picked up once, so
 * that its partner is warned. Who asked for a key of less than thirty days knows its end
 * and is not warned.
 */
@Component
class EcheancesCles {

	static final int JOURS_AVANT = 30;

	private final Partenaires partenaires;

	private final JdbcClient jdbc;

	private final BusinessCalendar calendar;

	private final Clock clock;

	EcheancesCles(Partenaires partenaires, JdbcClient jdbc, BusinessCalendar calendar, Clock clock) {
		this.partenaires = partenaires;
		this.jdbc = jdbc;
		this.calendar = calendar;
		this.clock = clock;
	}

	/**
	 * The keys whose partner is to be warned now: none before the morning of a business
	 * day, and none twice, even when two nodes ask at once. Those that were missed while
	 * the application stood still come with the others.
	 */
	List<Cle> relever() {
		if (!estHeureDeCourrier()) {
			return List.of();
		}
		ZonedDateTime maintenant = ZonedDateTime.now(this.clock);
		LocalDate aujourdhui = maintenant.toLocalDate();
		return this.jdbc.sql(Cle.LECTURE + """
				where c.avertie_le is null and c.remplacee_par is null and c.revoquee_le is null and p.actif = true
				and c.expire_le > :maintenant and c.expire_le <= :limite order by c.expire_le, c.id""")
			.param("maintenant", maintenant.toInstant().atOffset(ZoneOffset.UTC))
			.param("limite", Cle.finDe(aujourdhui.plusDays(JOURS_AVANT), maintenant.getZone()).atOffset(ZoneOffset.UTC))
			.query(Cle::lire)
			.list()
			.stream()
			.filter(this::donneeLongtempsAvant)
			.filter((cle) -> noter(cle, maintenant.toInstant()))
			.toList();
	}

	private boolean estHeureDeCourrier() {
		ZonedDateTime maintenant = ZonedDateTime.now(this.clock);
		LocalDate aujourdhui = maintenant.toLocalDate();
		return this.calendar.isBusinessDay(aujourdhui) && !maintenant.toInstant()
			.isBefore(BusinessCalendar.morningOf(aujourdhui, maintenant.getZone()).toInstant());
	}

	/**
	 * Whether a warning that stood still because nobody knew the address goes on: its
	 * partner has one, or it has no object any more.
	 */
	boolean repart(String id) {
		Cle cle = this.partenaires.trouver(id).orElseThrow();
		return estSansObjet(cle) || (cle.courriel() != null && estHeureDeCourrier());
	}

	private boolean estSansObjet(Cle cle) {
		return cle.remplaceePar() != null || cle.etat(this.clock.instant()) != Cle.Etat.VALABLE;
	}

	/**
	 * What is to be done for a key that was picked up, as the register stands now.
	 * @throws AdresseManquante when its partner is to be warned and nobody knows where
	 */
	Avis relire(String id) {
		Cle cle = this.partenaires.trouver(id).orElseThrow();
		Suite suite = Suite.AVERTIR;
		if (estSansObjet(cle)) {
			suite = Suite.SANS_OBJET;
		}
		else if (cle.courriel() == null) {
			throw new AdresseManquante(cle, cle.dernierJour(this.clock.getZone()));
		}
		return new Avis(suite, cle.nom(), cle.courriel(), cle.dernierJour(this.clock.getZone()));
	}

	private boolean donneeLongtempsAvant(Cle cle) {
		return cle.creeLe()
			.atZone(this.clock.getZone())
			.toLocalDate()
			.isBefore(cle.dernierJour(this.clock.getZone()).minusDays(JOURS_AVANT));
	}

	private boolean noter(Cle cle, Instant maintenant) {
		return this.jdbc.sql("update cle_partenaire set avertie_le = :maintenant where id = :id and avertie_le is null")
			.param("id", cle.id())
			.param("maintenant", maintenant.atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	/** What a key that ends soon asks for. */
	enum Suite {

		/** Its partner is to be told. */
		AVERTIR("avertir"),

		/** It was renewed or ended meanwhile. */
		SANS_OBJET("sans-objet");

		private final String valeur;

		Suite(String valeur) {
			this.valeur = valeur;
		}

		/** As the model compares it. */
		String valeur() {
			return this.valeur;
		}

	}

	/** What the letter says, and whether it leaves. */
	record Avis(Suite suite, String nom, String courriel, LocalDate dernierJour) {
	}

}
