package io.memu4j.store.jpa.session;

import io.memu4j.error.ConfigurationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.Version;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which versions of Hibernate the store runs on. All of its contracts were run on the tested ones. */
final class HibernateVersion {
    static final String TESTED = "7.2.19, 7.3.7 and 7.4.13";

    private static final Logger log = LoggerFactory.getLogger(HibernateVersion.class);

    /** From 7.2: earlier ones lack calls that the guard of a session needs. */
    private static final int LEAST = 702;

    private static final int LATEST = 704;
    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+).*");

    private HibernateVersion() {}

    /** Refuses the Hibernate on the class path if it is too old, and warns of one that nobody has tried. */
    static void require() {
        require(Version.getVersionString());
    }

    static void require(String found) {
        Matcher numbers = NUMBERS.matcher(found);
        int version = numbers.matches()
                ? Integer.parseInt(numbers.group(1)) * 100 + Integer.parseInt(numbers.group(2))
                : LATEST + 1;
        if (version < LEAST) {
            throw unusable(found, null);
        }
        if (version > LATEST) {
            log.warn("Hibernate {} is on the class path. memu4j was tested with {}.", found, TESTED);
        }
    }

    static ConfigurationException unusable(String found, @Nullable LinkageError cause) {
        return new ConfigurationException(
                "Hibernate " + found
                        + " is on the class path, with which memory cannot be kept. Expected 7.2 to 7.4, tested"
                        + " with " + TESTED + ". Set the version of org.hibernate.orm:hibernate-core and"
                        + " hibernate-community-dialects, or put both into the application beside an older one of the"
                        + " server.",
                cause);
    }
}
