package org.compagnonnage.support;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What a test replaces in the whole application: the clock and the way letters leave. */
@TestConfiguration(proxyBeanMethods = false)
class TestDoubles {

	@Bean
	@Primary
	MutableClock clock() {
		return new MutableClock();
	}

	@Bean
	@Primary
	RecordingExpedition recordingExpedition() {
		return new RecordingExpedition();
	}

}
