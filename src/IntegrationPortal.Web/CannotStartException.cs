namespace IntegrationPortal.Web;

/// <summary>The portal cannot start. The message is one sentence that tells the person at the console what to do.</summary>
public sealed class CannotStartException(string whatToDo, Exception? cause = null) : Exception(whatToDo, cause);
