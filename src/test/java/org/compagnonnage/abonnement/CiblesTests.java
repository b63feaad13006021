package org.compagnonnage.abonnement;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Where webhooks may go, however the way there is written. */
class CiblesTests {

	private final Map<String, String> noms = new HashMap<>();

	private final Limite limite = new Limite();

	private final Cibles cibles = cibles(false);

	@AfterEach
	void fermer() {
		this.limite.destroy();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://partenaire.example", "https://partenaire.example/chemin?a=b%20c",
			"https://partenaire.example:8443/", "HTTPS://PARTENAIRE.EXAMPLE/", "https://93.184.216.34/crochet",
			"https://[2606:2800:220:1::1]/crochet", "https://xn--cramique-b1a.example/" })
	void a_public_address_is_taken(String url) {
		this.noms.put("partenaire.example", "93.184.216.34,2606:2800:220:1::1");
		this.noms.put("PARTENAIRE.EXAMPLE", "93.184.216.34");
		this.noms.put("xn--cramique-b1a.example", "93.184.216.34");
		assertThat(this.cibles.refus(url)).isEmpty();
	}

	/** The first and the last address of each network that is not public. */
	@ParameterizedTest
	@CsvSource({ "this network, 0.0.0.0, 0.255.255.255", "private, 10.0.0.0, 10.255.255.255",
			"carriers, 100.64.0.0, 100.127.255.255", "loopback, 127.0.0.0, 127.255.255.255",
			"link-local, 169.254.0.0, 169.254.255.255", "cloud metadata, 169.254.169.254, 168.63.129.16",
			"private, 172.16.0.0, 172.31.255.255", "protocols, 192.0.0.0, 192.0.0.255",
			"documentation, 192.0.2.0, 192.0.2.255", "6to4 relays, 192.88.99.0, 192.88.99.255",
			"private, 192.168.0.0, 192.168.255.255", "benchmarks, 198.18.0.0, 198.19.255.255",
			"documentation, 198.51.100.0, 198.51.100.255", "documentation, 203.0.113.0, 203.0.113.255",
			"multicast, 224.0.0.0, 239.255.255.255", "reserved, 240.0.0.0, 255.255.255.255", "unspecified, ::, ::",
			"loopback, ::1, ::1", "IPv4-compatible, ::127.0.0.1, ::ffff",
			"IPv4-mapped, ::ffff:127.0.0.1, ::ffff:10.0.0.1", "NAT64, 64:ff9b::, 64:ff9b::ffff:ffff",
			"NAT64 local, 64:ff9b:1::, 64:ff9b:1:ffff:ffff:ffff:ffff:ffff", "discard, 100::, 100::ffff:ffff:ffff:ffff",
			"Teredo, 2001::, 2001:0:ffff:ffff:ffff:ffff:ffff:ffff",
			"benchmarks, 2001:2::, 2001:2:0:ffff:ffff:ffff:ffff:ffff", "ORCHID, 2001:10::, 2001:2f:ffff::",
			"documentation, 2001:db8::, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
			"6to4, 2002::, 2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
			"documentation, 3fff::, 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff", "SRv6, 5f00::, 5f00:ffff::",
			"unique local, fc00::, fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
			"cloud metadata, fd00:ec2::254, fd00:ec2::254", "link-local, fe80::, febf:ffff::",
			"site-local, fec0::, feff:ffff::", "multicast, ff00::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff" })
	void no_address_of_another_network_is_public(String reseau, String premiere, String derniere)
			throws UnknownHostException {
		for (String adresse : new String[] { premiere, derniere }) {
			assertThat(Cibles.estPublique(InetAddress.getByName(adresse))).as(reseau + ' ' + adresse).isFalse();
			this.noms.put("partenaire.example", "93.184.216.34," + adresse);
			assertThat(this.cibles.refus("https://partenaire.example/")).as(reseau).isPresent();
		}
	}

	/** The addresses beside these networks. */
	@ParameterizedTest
	@ValueSource(strings = { "1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
			"128.0.0.0", "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "192.0.1.0", "192.0.3.0",
			"192.167.255.255", "192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2001:200::",
			"2001:4860:4860::8888", "2003::", "2606:4700::1111", "3ffe:ffff::" })
	void what_lies_beside_is_public(String adresse) throws UnknownHostException {
		assertThat(Cibles.estPublique(InetAddress.getByName(adresse))).isTrue();
	}

	@Test
	void an_ipv4_address_in_ipv6_clothes_is_what_it_is() throws UnknownHostException {
		byte[] octets = new byte[16];
		octets[10] = (byte) 0xff;
		octets[11] = (byte) 0xff;
		octets[12] = 10;
		assertThat(Cibles.estPublique(InetAddress.getByAddress("partenaire.example", octets))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://127.0.0.1/", "https://2130706433/", "https://0x7f000001/", "https://0x7f.1/",
			"https://0177.0.0.1/", "https://127.1/", "https://127.0.0.01/", "https://0/", "https://127.0.0.1./",
			"https://localhost/", "https://localhost./", "https://LOCALHOST/", "https://[::1]/", "https://[::]/",
			"https://[0:0:0:0:0:ffff:7f00:1]/", "https://[::ffff:127.0.0.1]/", "https://[fe80::1%25eth0]/",
			"https://[fe80::1%eth0]/", "https://partenaire.example./", "https://1.2.3.4.5/", "https://256.1.1.1/",
			"https://１２７.０.０.１/", "https://ⓛocalhost/", "https://céramique.example/", "https://%6c%6fcalhost/" })
	void a_disguised_host_is_refused(String url) {
		this.noms.put("partenaire.example.", "93.184.216.34");
		assertThat(this.cibles.refus(url)).isPresent();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "x", "partenaire.example", "//partenaire.example/", "/chemin",
			"http://partenaire.example/", "ftp://partenaire.example/", "file:///etc/passwd", "javascript:alert(1)",
			"https:partenaire.example", "https:///chemin", "https://", "https://:8443/",
			"https://u:p@partenaire.example/", "https://@partenaire.example/", "https://partenaire.example/#fragment",
			"https://partenaire.example/#", "https://partenaire.example/a b", " https://partenaire.example/",
			"https://partenaire.example/\n", "https://partenaire.example\\@127.0.0.1/", "https://partenaire.example:0/",
			"https://partenaire.example:65536/", "https://partenaire.example:a/", "https://partenaire_.example/",
			"https://partenaire.example/é", "https://partenaire.example/\u0000",
			"https://partenaire.example,127.0.0.1/" })
	void a_malformed_address_is_refused(String url) {
		this.noms.put("partenaire.example", "93.184.216.34");
		assertThat(this.cibles.refus(url)).get().asString().matches("Cette adresse .+\\.");
	}

	@Test
	void an_address_has_2000_characters_at_most() {
		this.noms.put("partenaire.example", "93.184.216.34");
		String debut = "https://partenaire.example/";
		assertThat(this.cibles.refus(debut + "a".repeat(2000 - debut.length()))).isEmpty();
		assertThat(this.cibles.refus(debut + "a".repeat(2001 - debut.length()))).get().asString().contains("2000");
	}

	@Test
	void which_names_exist_inside_is_not_told() {
		this.noms.put("interne.example", "10.0.0.1");
		assertThat(this.cibles.refus("https://interne.example/")).isPresent()
			.isEqualTo(this.cibles.refus("https://inconnu.example/"));
	}

	@Test
	@Timeout(value = 1, unit = TimeUnit.MINUTES)
	void a_name_service_that_does_not_answer_is_not_waited_for() {
		CountDownLatch fin = new CountDownLatch(1);
		Cibles lentes = new Cibles(Reglages.de(false, Duration.ofMillis(500), Duration.ofSeconds(1)), (hote) -> {
			attendre(fin);
			return new InetAddress[0];
		}, this.limite);
		assertThat(lentes.refus("https://partenaire.example/")).as("while the name service is still silent")
			.isPresent();
		fin.countDown();
	}

	@Test
	void a_name_that_leads_elsewhere_later_is_refused_then() throws UnknownHostException {
		this.noms.put("partenaire.example", "93.184.216.34");
		URI url = URI.create("https://partenaire.example/");
		assertThat(this.cibles.refus(url.toString())).isEmpty();
		assertThat(this.cibles.adresses(url)).containsExactly(InetAddress.getByName("93.184.216.34"));
		this.noms.put("partenaire.example", "127.0.0.1");
		assertThatExceptionOfType(Cibles.Interdite.class).isThrownBy(() -> this.cibles.adresses(url));
		this.noms.put("partenaire.example", "93.184.216.34,169.254.169.254");
		assertThatExceptionOfType(Cibles.Interdite.class).isThrownBy(() -> this.cibles.adresses(url));
	}

	@Test
	void the_demo_reaches_this_machine_and_no_other() {
		Cibles demo = cibles(true);
		this.noms.put("localhost", "127.0.0.1,::1");
		this.noms.put("partenaire.example", "93.184.216.34");
		this.noms.put("interne.example", "10.0.0.1");
		this.noms.put("melange.example", "127.0.0.1,10.0.0.1");
		assertThat(demo.refus("http://localhost:8080/crochet")).isEmpty();
		assertThat(demo.refus("http://127.0.0.1:8080/crochet")).isEmpty();
		assertThat(demo.refus("https://localhost/")).isEmpty();
		assertThat(demo.refus("https://partenaire.example/")).isEmpty();
		assertThat(demo.refus("http://partenaire.example/")).isPresent();
		assertThat(demo.refus("https://interne.example/")).isPresent();
		assertThat(demo.refus("https://melange.example/")).isPresent();
		assertThat(demo.refus("http://169.254.169.254/")).isPresent();
	}

	private Cibles cibles(boolean boucleLocale) {
		return new Cibles(settings(boucleLocale), this::resoudre, this.limite);
	}

	private static AbonnementSettings settings(boolean boucleLocale) {
		return Reglages.de(boucleLocale, Duration.ofMinutes(1), Duration.ofMinutes(2));
	}

	/** The names of this test; what is written as an address needs none. */
	private InetAddress[] resoudre(String hote) throws UnknownHostException {
		if (hote.startsWith("[") || hote.matches("[0-9.]+") || hote.equalsIgnoreCase("localhost")) {
			return InetAddress.getAllByName(hote);
		}
		if (!this.noms.containsKey(hote)) {
			throw new UnknownHostException(hote);
		}
		return Arrays.stream(this.noms.get(hote).split(",")).map(CiblesTests::adresse).toArray(InetAddress[]::new);
	}

	private static InetAddress adresse(String texte) {
		try {
			return InetAddress.getByName(texte);
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	private static void attendre(CountDownLatch fin) {
		try {
			fin.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
