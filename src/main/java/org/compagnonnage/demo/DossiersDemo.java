package org.compagnonnage.demo;

import java.time.Duration;
import java.util.List;

import org.camunda.bpm.engine.HistoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Prepares the demo at its first start, before the web port opens: a case in every state
 * and with every outcome of each programme. It goes through the processes as people do;
 * beside them the register only learns of missions older than the application.
 */
@Component
@Profile("demo")
class DossiersDemo implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(DossiersDemo.class);

	private final List<CasDemo> programmes;

	private final HistoryService history;

	private boolean running;

	DossiersDemo(List<CasDemo> programmes, HistoryService history) {
		this.programmes = programmes;
		this.history = history;
	}

	/** What is missing is known first: a mission opens a centre too. */
	@Override
	public void start() {
		this.running = true;
		this.programmes.stream().filter(this::sansDossier).toList().forEach((programme) -> {
			long debut = System.nanoTime();
			programme.preparer();
			logger.info("Demo cases of {} prepared in {} ms", programme.programme(),
					Duration.ofNanos(System.nanoTime() - debut).toMillis());
		});
	}

	private boolean sansDossier(CasDemo cas) {
		return this.history.createHistoricProcessInstanceQuery().processDefinitionKey(cas.programme()).count() == 0;
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	/** Before the web server, which starts late among the late ones. */
	@Override
	public int getPhase() {
		return 0;
	}

}
