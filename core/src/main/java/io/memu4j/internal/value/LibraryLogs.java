package io.memu4j.internal.value;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Keeps what libraries log at their start off the console of a program that has configured no logging: dozens of lines that say nothing to
 * a person. Where logging is configured, or another system than that of the JDK logs, nothing is changed.
 */
public final class LibraryLogs {
    /** The JDK forgets the levels of loggers that nobody holds. */
    private static final Set<Logger> HELD = new CopyOnWriteArraySet<>();

    private LibraryLogs() {}

    /** Lets these loggers, by name, report what is at least of that level, unless the application has configured logging. */
    public static void limit(Level level, List<String> names) {
        if (!isUnconfigured()) {
            return;
        }
        for (String name : names) {
            Logger logger = Logger.getLogger(name);
            if (logger.getLevel() == null) {
                logger.setLevel(level);
                HELD.add(logger);
            }
        }
    }

    private static boolean isUnconfigured() {
        if (System.getProperty("java.util.logging.config.file") != null
                || System.getProperty("java.util.logging.config.class") != null
                || LogManager.getLogManager().getClass() != LogManager.class) {
            return false;
        }
        Logger root = Logger.getLogger("");
        Handler[] handlers = root.getHandlers();
        return Level.INFO.equals(root.getLevel())
                && handlers.length == 1
                && handlers[0].getClass() == ConsoleHandler.class;
    }
}
