package org.compagnonnage.support;

import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.camunda.community.process_test_coverage.spring_test.platform7.ProcessEngineCoverageConfiguration;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * Fails a test class that does not walk through every node and every flow of the models
 * it touches; the report stands in {@code target/process-test-coverage}.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import(ProcessEngineCoverageConfiguration.class)
public class ModelCoverage {

	@Bean
	@Primary
	ProcessEngineCoverageProperties everyNodeAndFlow() {
		return ProcessEngineCoverageProperties.builder().assertClassCoverageAtLeast(1.0).build();
	}

}
