package io.memu4j.config;

import io.memu4j.error.ConfigurationException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The settings of a JDBC URL that run no statement, load no class and write no file of their own. */
final class JdbcSettings {
    private static final Set<String> H2 =
            words("USER PASSWORD CIPHER MODE SCHEMA IFEXISTS FORBID_CREATION ACCESS_MODE_DATA"
                    + " LOCK_TIMEOUT LOCK_MODE FILE_LOCK WRITE_DELAY CACHE_SIZE DB_CLOSE_DELAY DB_CLOSE_ON_EXIT AUTO_SERVER"
                    + " AUTO_SERVER_PORT NETWORK_TIMEOUT TRACE_LEVEL_FILE TRACE_LEVEL_SYSTEM_OUT IGNORECASE COLLATION"
                    + " DATABASE_TO_UPPER DATABASE_TO_LOWER CASE_INSENSITIVE_IDENTIFIERS NON_KEYWORDS DEFAULT_NULL_ORDERING"
                    + " OPTIMIZE_REUSE_RESULTS RETENTION_TIME MAX_COMPACT_TIME MAX_MEMORY_ROWS VARIABLE_BINARY");

    private static final Set<String> POSTGRESQL = words("user password currentSchema options ApplicationName readOnly"
            + " ssl sslmode sslrootcert sslcert sslkey sslpassword sslNegotiation channelBinding gssEncMode requireAuth"
            + " targetServerType hostRecheckSeconds loadBalanceHosts connectTimeout loginTimeout socketTimeout"
            + " cancelSignalTimeout tcpKeepAlive tcpNoDelay sendBufferSize receiveBufferSize prepareThreshold"
            + " preparedStatementCacheQueries preparedStatementCacheSizeMiB preferQueryMode defaultRowFetchSize"
            + " adaptiveFetch reWriteBatchedInserts binaryTransfer autosave cleanupSavepoints stringtype"
            + " adaptiveFetchMinimum adaptiveFetchMaximum binaryTransferEnable binaryTransferDisable queryTimeout"
            + " sslResponseTimeout gssResponseTimeout unknownLength quoteReturningIdentifiers"
            + " assumeMinServerVersion maxResultBuffer logServerErrorDetail hideUnprivilegedObjects");

    /** What H2 takes before a name that is no file; its other file systems cannot be examined. */
    private static final Set<String> H2_SERVERS = Set.of("mem", "tcp", "ssl");

    private JdbcSettings() {}

    /** @throws ConfigurationException naming the setting, never its value */
    static void requireHarmless(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.startsWith("jdbc:h2:")) {
            requireH2(url.substring("jdbc:h2:".length()));
        } else if (lower.startsWith("jdbc:postgresql:")) {
            int settings = url.indexOf('?');
            requireAll(POSTGRESQL, settings < 0 ? List.of() : split(url.substring(settings + 1), "&"), false);
        }
    }

    private static void requireH2(String rest) {
        int settings = rest.indexOf(';');
        requirePlace((settings < 0 ? rest : rest.substring(0, settings)).replaceFirst("^(file|nio):", ""));
        if (settings < 0) {
            return;
        }
        if (rest.indexOf('\\', settings) >= 0) {
            throw refused("has a backslash in its settings");
        }
        List<String> all = split(rest.substring(settings + 1), ";");
        requireAll(H2, all, true);
        for (String setting : all) {
            String upper = setting.toUpperCase(Locale.ROOT);
            if (upper.startsWith("TRACE_LEVEL_") && !upper.endsWith("=0")) {
                throw refused("has the setting '" + name(setting) + "' with another value than 0");
            }
        }
    }

    private static void requirePlace(String place) {
        int colon = place.indexOf(':');
        // One letter is a drive of Windows.
        if (colon > 1
                && !H2_SERVERS.contains(place.substring(0, colon).toLowerCase(Locale.ROOT))
                && place.substring(0, colon).matches("\\w+")) {
            throw refused("leads to the file system '" + shown(place.substring(0, colon)) + "' of H2");
        }
    }

    private static void requireAll(Set<String> known, List<String> settings, boolean ignoreCase) {
        for (String setting : settings) {
            String name = name(setting);
            if (!known.contains(ignoreCase ? name.toUpperCase(Locale.ROOT) : name)) {
                throw refused(
                        "has the setting '" + shown(name) + "', which may run statements, load classes or write files");
            }
        }
    }

    private static String name(String setting) {
        int equals = setting.indexOf('=');
        return equals < 0 ? setting : setting.substring(0, equals);
    }

    private static String shown(String name) {
        return name.matches("[A-Za-z_ .]{1,40}") ? name : "(unreadable)";
    }

    private static List<String> split(String settings, String separator) {
        List<String> all = new ArrayList<>(Arrays.asList(settings.split(separator, -1)));
        all.removeIf(String::isEmpty);
        return all;
    }

    private static ConfigurationException refused(String clause) {
        return new ConfigurationException(
                "The database URL " + clause + ". Leave it out, or if the application itself wrote"
                        + " the URL, say so in a program with DatabaseConfig.trustedJdbc or hand in a DataSource.");
    }

    private static Set<String> words(String words) {
        return Set.copyOf(Arrays.asList(words.split(" ")));
    }
}
