package io.memu4j.spi.llm;

import io.memu4j.config.LlmConfig;

/** Creates the models of some providers. Found with {@link java.util.ServiceLoader}; the constructor does no I/O. */
public interface ModelProvider {
    /**
     * Returns whether this provider creates the models of a configuration. Does no I/O.
     *
     * @param llm the configuration
     * @return whether {@link #create} can be called with it
     */
    boolean supports(LlmConfig llm);

    /**
     * Creates the models. Loading may wait until they are used.
     *
     * @param llm a supported configuration
     * @return the models; the caller closes them
     * @throws io.memu4j.error.ConfigurationException if the configuration is wrong; the message names all faults
     */
    Models create(LlmConfig llm);
}
