package io.memu4j.migrations;

import java.util.logging.Level;
import liquibase.logging.Logger;
import liquibase.logging.core.AbstractLogService;
import liquibase.logging.core.AbstractLogger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Sends what Liquibase says to SLF4J: its warnings and errors as such, everything else at DEBUG, because an application that
 * starts does not want a hundred lines about its schema.
 */
final class LiquibaseLog extends AbstractLogService {
    @Override
    public int getPriority() {
        return PRIORITY_DEFAULT;
    }

    // The parameter is raw where Liquibase declares it.
    @Override
    public Logger getLog(@SuppressWarnings("rawtypes") Class clazz) {
        return new Bridge(LoggerFactory.getLogger(clazz));
    }

    private static final class Bridge extends AbstractLogger {
        private final org.slf4j.Logger target;

        Bridge(org.slf4j.Logger target) {
            this.target = target;
        }

        @Override
        public void log(Level level, String message, @Nullable Throwable thrown) {
            if (level.equals(Level.OFF)) {
                return;
            }
            if (level.intValue() >= Level.SEVERE.intValue()) {
                target.error(message, thrown);
            } else if (level.intValue() >= Level.WARNING.intValue()) {
                target.warn(message, thrown);
            } else {
                target.debug(message, thrown);
            }
        }
    }
}
