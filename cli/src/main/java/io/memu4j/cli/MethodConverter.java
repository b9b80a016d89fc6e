package io.memu4j.cli;

import io.memu4j.config.RetrieveMethod;
import io.memu4j.error.InvalidInputException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --method}. */
final class MethodConverter implements ITypeConverter<RetrieveMethod> {
    @Override
    public RetrieveMethod convert(String value) {
        try {
            return RetrieveMethod.of(value);
        } catch (InvalidInputException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
