package io.hyperpodgateway.local.sagemaker;

/// A refusal of the service.
final class ServiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final StandInAnswer standInAnswer;

    private ServiceException(StandInAnswer standInAnswer) {
        super(standInAnswer.body(), null, false, false);
        this.standInAnswer = standInAnswer;
    }

    static ServiceException of(String code, String message) {
        return new ServiceException(StandInAnswer.refusal(400, code, message));
    }

    static ServiceException validation(String message) {
        return of("ValidationException", message);
    }

    StandInAnswer answer() {
        return standInAnswer;
    }
}
