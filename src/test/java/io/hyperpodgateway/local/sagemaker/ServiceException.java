package io.hyperpodgateway.local.sagemaker;

/// A refusal of the service, on its way out of the code that found the reason.
final class ServiceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Answer answer;

    private ServiceException(Answer answer) {
        super(answer.body(), null, false, false);
        this.answer = answer;
    }

    static ServiceException of(String code, String message) {
        return new ServiceException(Answer.refusal(400, code, message));
    }

    static ServiceException validation(String message) {
        return of("ValidationException", message);
    }

    Answer answer() {
        return answer;
    }
}
