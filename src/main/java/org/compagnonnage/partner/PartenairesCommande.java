package org.compagnonnage.partner;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;

import org.compagnonnage.document.Ecriture;
import org.compagnonnage.startup.Commande;

import org.springframework.boot.ApplicationArguments;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The commands for keys: {@code --partenaire.creer=<id>} gives a partner a key, shown
 * once, and {@code --partenaire.revoquer=<id de clé>} ends one; the application then
 * exits.
 */
@Component
class PartenairesCommande extends Commande {

	static final String CREER = "partenaire.creer";

	static final String REVOQUER = "partenaire.revoquer";

	private final Partenaires partenaires;

	private final TransactionTemplate transaction;

	private final Clock clock;

	PartenairesCommande(Partenaires partenaires, ApplicationContext context, PlatformTransactionManager transactions,
			Clock clock) {
		super(context, CREER, REVOQUER);
		this.partenaires = partenaires;
		this.transaction = new TransactionTemplate(transactions);
		this.clock = clock;
	}

	@Override
	protected String executer(ApplicationArguments arguments) {
		return this.transaction.execute((transaction) -> faire(arguments));
	}

	private String faire(ApplicationArguments arguments) {
		if (arguments.containsOption(REVOQUER)) {
			String cle = valeur(arguments, REVOQUER);
			if (!this.partenaires.revoquer(cle)) {
				throw new IllegalArgumentException("Aucune clé en service n'a l'identifiant « " + cle + " ».");
			}
			return "La clé " + cle + " est révoquée.";
		}
		String partenaire = valeur(arguments, CREER);
		if (!this.partenaires.existe(partenaire)) {
			this.partenaires.creer(partenaire, valeur(arguments, "partenaire.nom"));
		}
		Partenaires.CleDelivree cle = this.partenaires.delivrer(partenaire,
				liste(valeur(arguments, "partenaire.programmes")), liste(valeur(arguments, "partenaire.territoires")),
				expiration(arguments));
		return """
				Clé du partenaire %s, montrée cette seule fois :

				    %s

				Identifiant de la clé (pour la révoquer) : %s
				Dernier jour de validité : %s""".formatted(partenaire, cle.cle(), cle.id(),
				Ecriture.jour(cle.expire()));
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
