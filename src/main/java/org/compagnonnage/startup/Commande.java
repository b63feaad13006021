package org.compagnonnage.startup;

import java.util.List;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/**
 * A command on the line that starts the application: it does one thing beside the running
 * application, says what it did, and exits.
 */
public abstract class Commande implements ApplicationRunner {

	/** The options that make a start a command: it opens no port and executes no job. */
	static final List<String> OPTIONS = List.of("partenaire.creer", "partenaire.renouveler", "partenaire.revoquer",
			"partenaire.lister", "partenaire.modifier", "partenaire.desactiver", "partenaire.reactiver",
			"compte.debloquer");

	private final ApplicationContext context;

	private final List<String> options;

	/**
	 * A command behind some of the known options.
	 * @param options the options, any of which asks for it
	 */
	protected Commande(ApplicationContext context, String... options) {
		this.context = context;
		this.options = List.of(options);
		if (!OPTIONS.containsAll(this.options)) {
			throw new IllegalStateException("Commande.OPTIONS has to name " + this.options);
		}
	}

	@Override
	public final void run(ApplicationArguments arguments) {
		if (this.options.stream().noneMatch(arguments::containsOption)) {
			return;
		}
		int code = 0;
		try {
			System.out.println(executer(arguments));
		}
		catch (IllegalArgumentException ex) {
			System.err.println(ex.getMessage());
			code = 1;
		}
		int sortie = code;
		System.exit(SpringApplication.exit(this.context, () -> sortie));
	}

	/**
	 * Does what the arguments ask.
	 * @return what to tell the person who typed the command
	 * @throws IllegalArgumentException with a French message when a value is refused
	 */
	protected abstract String executer(ApplicationArguments arguments);

}
