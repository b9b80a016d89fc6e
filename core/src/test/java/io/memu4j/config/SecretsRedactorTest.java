package io.memu4j.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsRedactorTest {
    private static final Redactor SECRETS = Redactor.secrets();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Write to ana.b+news@mail.example.org today. | Write to [e-mail address] today.",
                "Meine Adresse ist jürgen@müller.example. | Meine Adresse ist [e-mail address].",
                "My card is 4111 1111 1111 1111. | My card is [card number].",
                "4111-1111-1111-1111 expires in May | [card number] expires in May",
                "Amex 3782 822463 10005 too | Amex [card number] too",
                "5555555555554444 | [card number]",
                "IBAN DE89 3704 0044 0532 0130 00, please | IBAN [account number], please",
                "GB82WEST12345698765432 | [account number]",
                "My password: hunter2! and I like tea. | My password: [secret] and I like tea.",
                "my password is hunter22 | my password is [secret]",
                "Das Passwort ist Xy7-9q | Das Passwort ist [secret]",
                "mi contraseña: gatito | mi contraseña: [secret]",
                "пароль: котик7 | пароль: [secret]",
                "api_key=abcdEFGH12 | api_key=[secret]",
                "postgres://app:s3cret@db.example/x | postgres://[secret]@db.example/x",
                "Authorization: Bearer abcdefghijklmnop1234 | Authorization: Bearer [secret]"
            })
    void takes_out_what_must_not_be_remembered_and_nothing_else(String text, String redacted) {
        assertThat(SECRETS.redact(text)).isEqualTo(redacted);
    }

    @Test
    void takes_out_keys_of_services() {
        // Put together here, so that scanners of this repository do not take them for keys.
        for (String key : new String[] {
            "sk" + "-proj-aaaaaaaaaaaaaaaaaaaaaaaa",
            "gh" + "p_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "AK" + "IAABCDEFGHIJKLMNOP",
            "xo" + "xb-1234567890-aaaaaaaaaaaa",
            "ey" + "JhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"
        }) {
            assertThat(SECRETS.redact("Use " + key + " for it.")).isEqualTo("Use [secret] for it.");
        }
        String pem = "-----BEGIN " + "PRIVATE KEY-----\nMIIB\nabc=\n-----END PRIVATE KEY-----";
        assertThat(SECRETS.redact("Here: " + pem + " thanks")).isEqualTo("Here: [secret] thanks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I live in Lyon since 2019-05-12 10:11.",
                "My password is wrong.",
                "Order 4111 1111 1111 1112 arrived.",
                "Call me at 0221 4711 0815.",
                "1111111111111111",
                "@ana said hi @ 5",
                "DE00 3704 0044 0532 0130 00",
                "Version 1.2.3.4, 12 345 678 people",
                "Ana: I have 3 cats, sk-8 and 2 dogs."
            })
    void leaves_the_rest(String text) {
        assertThat(SECRETS.redact(text)).isEqualTo(text);
    }

    @Test
    void redacting_twice_is_redacting_once() {
        String once = SECRETS.redact("password: hunter2, ana@example.org, 4111111111111111");
        assertThat(SECRETS.redact(once)).isEqualTo(once);
    }
}
