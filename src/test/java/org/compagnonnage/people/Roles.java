package org.compagnonnage.people;

import java.util.List;
import java.util.Set;

/** What every demo login may do in the admission, as DOMAIN states it. */
public final class Roles {

	/** The table of the programme {@code admission-cae}. */
	public static final List<Role> ADMISSION = List.of(
			new Role("referent37", Set.of("37"), Set.of("referents-37"), Set.of("37"), false, false),
			new Role("referent45", Set.of("45"), Set.of("referents-45"), Set.of("45"), false, false),
			new Role("charge-administratif", Set.of("37", "45"), Set.of("charges-administratifs"), Set.of(), false,
					false),
			new Role("gerance", Set.of("37", "45"), Set.of("gerance"), Set.of(), false, false),
			new Role("comptable", Set.of("37", "45"), Set.of(), Set.of(), false, false),
			new Role("responsable", Set.of("37", "45"), Set.of(), Set.of("37", "45"), true, false),
			etranger("coordinateur"), etranger("expert-metier-bois"), etranger("expert-cma"),
			etranger("partenaire-reference"), etranger("animateur-crp"), etranger("formateur"), etranger("elu"),
			etranger("artisan-sans-frontieres"), etranger("expert-specialise"),
			new Role("admin", Set.of("37", "45"), Set.of(), Set.of("37", "45"), false, true));

	private Roles() {
	}

	private static Role etranger(String login) {
		return new Role(login, Set.of(), Set.of(), Set.of(), false, false);
	}

	/**
	 * A login and its rights.
	 *
	 * @param login the login
	 * @param voit the périmètres, of 37 and 45, whose cases the role sees
	 * @param agit the candidate groups on whose tasks the role acts
	 * @param demarre the périmètres, of 37 and 45, where the role starts a case
	 * @param conduit whether the role reassigns tasks, retries what failed and cancels
	 * @param administre whether the role holds the engine's rights: variables,
	 * deployment, filters, authorisations, retries and cancelling
	 */
	public record Role(String login, Set<String> voit, Set<String> agit, Set<String> demarre, boolean conduit,
			boolean administre) {

		@Override
		public String toString() {
			return this.login;
		}

	}

}
