package io.memu4j.cli;

import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** What libraries log: nothing, unless somebody is debugging. */
final class Logs {
    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger OURS = Logger.getLogger("io.memu4j");

    private Logs() {}

    static void configure(boolean debug) {
        LogManager.getLogManager().reset();
        if (!debug) {
            ROOT.setLevel(Level.OFF);
            return;
        }
        ConsoleHandler stderr = new ConsoleHandler();
        stderr.setLevel(Level.ALL);
        ROOT.addHandler(stderr);
        ROOT.setLevel(Level.INFO);
        OURS.setLevel(Level.FINE);
    }
}
