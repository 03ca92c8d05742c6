def audit(response, issues):
    if response.status_code == 404:
        issues.append("app.old.ex.ai returns 404, no such name")
    return any("app.old.ex.ai returns 404" in issue for issue in issues)
