package io.memu4j.internal.ingest.conversation;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the time of a message as exports write it: ISO 8601 with {@code T} or a blank, with or without an offset, or epoch numbers. */
final class MessageTime {
    private static final Pattern NUMBER = Pattern.compile("\\d{9,16}(\\.\\d{1,9})?");
    private static final BigDecimal MILLIS_FROM = new BigDecimal("1e11");
    private static final BigDecimal MICROS_FROM = new BigDecimal("1e14");

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("[-][/][.]MM[-][/][.]dd[ ][,][ ]['T'][HH:mm[:ss]]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendPattern("[ ]['UTC']['GMT'][XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private MessageTime() {}

    /**
     * The time that is written there.
     *
     * @param zone where the text names no offset
     * @throws DateTimeException when it is none
     */
    static OffsetDateTime ofText(String text, ZoneId zone) {
        String time = text.strip();
        if (NUMBER.matcher(time).matches()) {
            return ofEpoch(new BigDecimal(time), zone);
        }
        boolean utc = time.endsWith("UTC") || time.endsWith("GMT");
        var parsed = ISO.parseBest(time, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        ZoneId effective = utc ? ZoneOffset.UTC : zone;
        if (parsed instanceof OffsetDateTime exact) {
            return checked(exact);
        }
        LocalDateTime local =
                parsed instanceof LocalDateTime d ? d : LocalDate.from(parsed).atStartOfDay();
        return checked(local.atZone(effective).toOffsetDateTime());
    }

    /** The time of an epoch number: seconds, milliseconds or microseconds, told apart by their size. */
    static OffsetDateTime ofEpoch(BigDecimal number, ZoneId zone) {
        int scale = number.abs().compareTo(MICROS_FROM) >= 0 ? 6 : number.abs().compareTo(MILLIS_FROM) >= 0 ? 3 : 0;
        try {
            long micros = number.movePointRight(6 - scale).toBigInteger().longValueExact();
            Instant instant = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
            return checked(instant.atZone(zone).toOffsetDateTime());
        } catch (ArithmeticException e) {
            throw new DateTimeException("The epoch number is out of range.", e);
        }
    }

    private static OffsetDateTime checked(OffsetDateTime time) {
        if (time.getYear() < 1 || time.getYear() > 9999) {
            throw new DateTimeException("The year is out of range.");
        }
        return time.truncatedTo(ChronoUnit.MICROS);
    }
}
