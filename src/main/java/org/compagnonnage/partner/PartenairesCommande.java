package org.compagnonnage.partner;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.compagnonnage.document.Ecriture;
import org.compagnonnage.startup.Commande;

import org.springframework.boot.ApplicationArguments;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The commands for partners and their keys, one at a time: gives a key
 * ({@code --partenaire.creer=<id>}) or another in its place
 * ({@code --partenaire.renouveler=<id de clé>}), each shown once, lists and ends keys,
 * changes, closes and opens accounts; the application then exits.
 */
@Component
class PartenairesCommande extends Commande {

	private static final String CREER = "partenaire.creer";

	private static final String RENOUVELER = "partenaire.renouveler";

	private static final String REVOQUER = "partenaire.revoquer";

	private static final String LISTER = "partenaire.lister";

	private static final String MODIFIER = "partenaire.modifier";

	private static final String DESACTIVER = "partenaire.desactiver";

	private static final String REACTIVER = "partenaire.reactiver";

	private static final List<String> COMMANDES = List.of(CREER, RENOUVELER, REVOQUER, LISTER, MODIFIER, DESACTIVER,
			REACTIVER);

	private static final String COURRIEL = "partenaire.courriel";

	private static final String CHEVAUCHEMENT = "partenaire.chevauchement";

	/** Stands out in the list: this partner learns of no end and no suspension. */
	private static final String SANS_COURRIEL = "AUCUN COURRIEL";

	/** Days to put the new key in place, when the administrator does not choose. */
	private static final int CHEVAUCHEMENT_PAR_DEFAUT = 14;

	private final Partenaires partenaires;

	private final TransactionTemplate transaction;

	private final Clock clock;

	PartenairesCommande(Partenaires partenaires, ApplicationContext context, PlatformTransactionManager transactions,
			Clock clock) {
		super(context, COMMANDES.toArray(String[]::new));
		this.partenaires = partenaires;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	@Override
	protected String executer(ApplicationArguments arguments) {
		List<String> demandees = COMMANDES.stream().filter(arguments::containsOption).toList();
		if (demandees.size() > 1) {
			throw new IllegalArgumentException("Donnez une seule de ces options à la fois : "
					+ demandees.stream().map((option) -> "--" + option).collect(Collectors.joining(", ")) + ".");
		}
		return this.transaction.execute((transaction) -> faire(demandees.get(0), arguments));
	}

	private String faire(String commande, ApplicationArguments arguments) {
		return switch (commande) {
			case CREER -> creer(arguments);
			case RENOUVELER -> renouveler(arguments);
			case REVOQUER -> revoquer(valeur(arguments, REVOQUER));
			case LISTER -> lister();
			case MODIFIER -> modifier(valeur(arguments, MODIFIER), valeur(arguments, COURRIEL));
			case DESACTIVER -> activer(valeur(arguments, DESACTIVER), false);
			default -> activer(valeur(arguments, REACTIVER), true);
		};
	}

	private String creer(ApplicationArguments arguments) {
		String partenaire = valeur(arguments, CREER);
		if (!this.partenaires.existe(partenaire)) {
			this.partenaires.creer(partenaire, valeur(arguments, "partenaire.nom"), valeur(arguments, COURRIEL));
		}
		else if (arguments.containsOption(COURRIEL)) {
			this.partenaires.changerCourriel(partenaire, valeur(arguments, COURRIEL));
		}
		return montrer(partenaire,
				this.partenaires.delivrer(partenaire, liste(valeur(arguments, "partenaire.programmes")),
						liste(valeur(arguments, "partenaire.territoires")), expiration(arguments)));
	}

	private String renouveler(ApplicationArguments arguments) {
		String ancienne = valeur(arguments, RENOUVELER);
		Partenaires.Renouvellement renouvellement = this.partenaires.renouveler(ancienne, chevauchement(arguments),
				expiration(arguments));
		LocalDate dernierJour = renouvellement.dernierJourDeLAncienne();
		return montrer(renouvellement.partenaire(), renouvellement.nouvelle()) + "\nL'ancienne clé, " + ancienne + ", "
				+ ((dernierJour != null) ? "reste valable jusqu'au " + Ecriture.jour(dernierJour) + " inclus."
						: "n'est plus valable.");
	}

	private String revoquer(String cle) {
		if (!this.partenaires.revoquer(cle)) {
			throw new IllegalArgumentException("Aucune clé en service n'a l'identifiant « " + cle + " ».");
		}
		return "La clé " + cle + " est révoquée.";
	}

	private String modifier(String partenaire, String courriel) {
		this.partenaires.changerCourriel(partenaire, courriel);
		return "Le partenaire " + partenaire + " est joint à l'adresse " + courriel + ".";
	}

	private String activer(String partenaire, boolean actif) {
		String etat = actif ? "actif" : "désactivé";
		if (!this.partenaires.activer(partenaire, actif)) {
			throw new IllegalArgumentException("Le compte du partenaire " + partenaire + " est déjà " + etat + ".");
		}
		return "Le compte du partenaire " + partenaire + " est " + etat + ".";
	}

	private static String montrer(String partenaire, Partenaires.CleDelivree cle) {
		return """
				Clé du partenaire %s, montrée cette seule fois :

				    %s

				Identifiant de la clé (pour la renouveler ou la révoquer) : %s
				Dernier jour de validité : %s""".formatted(partenaire, cle.cle(), cle.id(),
				Ecriture.jour(cle.expire()));
	}

	private String lister() {
		List<List<String>> lignes = new ArrayList<>();
		lignes.add(List.of("Partenaire", "Courriel", "Clé", "Programmes", "Périmètres", "Créée le", "Dernier jour",
				"Dernier appel", "État"));
		this.partenaires.cles().forEach((cle) -> lignes.add(ligne(cle)));
		if (lignes.size() == 1) {
			return "Aucune clé n'a été délivrée.";
		}
		int[] largeurs = IntStream.range(0, lignes.get(0).size())
			.map((colonne) -> lignes.stream().mapToInt((ligne) -> ligne.get(colonne).length()).max().orElseThrow())
			.toArray();
		return lignes.stream()
			.map((ligne) -> IntStream.range(0, largeurs.length)
				.mapToObj((colonne) -> ("%-" + largeurs[colonne] + "s").formatted(ligne.get(colonne)))
				.collect(Collectors.joining("  "))
				.stripTrailing())
			.collect(Collectors.joining("\n"));
	}

	private List<String> ligne(Cle cle) {
		ZoneId zone = this.clock.getZone();
		return Stream
			.of(cle.partenaire(), (cle.courriel() != null) ? cle.courriel() : SANS_COURRIEL, cle.id(),
					String.join(",", cle.programmes()), String.join(",", cle.territoires()), jour(cle.creeLe()),
					Ecriture.jour(cle.dernierJour(zone)),
					(cle.derniereUtilisation() != null) ? jour(cle.derniereUtilisation()) : "jamais", etat(cle))
			.toList();
	}

	private String etat(Cle cle) {
		return switch (cle.etat(this.clock.instant())) {
			case VALABLE -> (cle.remplaceePar() != null)
					? "remplacée jusqu'au " + Ecriture.jour(cle.dernierJour(this.clock.getZone())) : "valable";
			case REVOQUEE -> "révoquée";
			case SUSPENDUE -> "compte désactivé";
			case EXPIREE -> "expirée";
			case REMPLACEE -> "remplacée";
			case INCONNUE -> throw new IllegalStateException("A key of the register is known");
		};
	}

	private String jour(Instant instant) {
		return Ecriture.jour(instant.atZone(this.clock.getZone()).toLocalDate());
	}

	private LocalDate expiration(ApplicationArguments arguments) {
		if (!arguments.containsOption("partenaire.expire")) {
			return LocalDate.now(this.clock).plusYears(1);
		}
		try {
			return LocalDate.parse(valeur(arguments, "partenaire.expire"));
		}
		catch (DateTimeParseException ex) {
			throw new IllegalArgumentException("--partenaire.expire attend une date de la forme AAAA-MM-JJ.", ex);
		}
	}

	private static int chevauchement(ApplicationArguments arguments) {
		if (!arguments.containsOption(CHEVAUCHEMENT)) {
			return CHEVAUCHEMENT_PAR_DEFAUT;
		}
		try {
			return Integer.parseInt(valeur(arguments, CHEVAUCHEMENT));
		}
		catch (NumberFormatException ex) {
			throw new IllegalArgumentException("--partenaire.chevauchement attend un nombre de jours.", ex);
		}
	}

	private static List<String> liste(String valeur) {
		return Arrays.stream(valeur.split(",")).map(String::strip).filter((code) -> !code.isEmpty()).toList();
	}

	private static String valeur(ApplicationArguments arguments, String option) {
		List<String> valeurs = arguments.getOptionValues(option);
		if (valeurs == null || valeurs.size() != 1 || valeurs.get(0).isBlank()) {
			throw new IllegalArgumentException("Donnez une fois l'option --" + option + "=…");
		}
		return valeurs.get(0);
	}

}
