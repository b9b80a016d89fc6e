package io.memu4j.cli.option;

import io.memu4j.error.InvalidInputException;
import io.memu4j.model.ConversationMessage;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --context ROLE:TEXT}. */
public final class ContextConverter implements ITypeConverter<ConversationMessage> {
    @Override
    public ConversationMessage convert(String value) {
        int colon = value.indexOf(':');
        if (colon < 1 || value.substring(colon + 1).isBlank()) {
            throw new TypeConversionException("expected ROLE:TEXT, for example \"user:I live in Porto\".");
        }
        try {
            return ConversationMessage.builder(
                            value.substring(0, colon).strip(),
                            value.substring(colon + 1).strip())
                    .build();
        } catch (InvalidInputException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
