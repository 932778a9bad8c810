"""After everything that the other journeys did: every log still holds, and nothing is wrong with the installation."""


def test_every_log_holds(service, clocked):
    for running in (service, clocked):
        for entry in running.demo["tenants"]:
            result = running.command("audit", "verify", "--tenant", entry["slug"])
            assert result.returncode == 0, (result.stdout + result.stderr).decode()


def test_nothing_is_wrong(service, clocked):
    for running in (service, clocked):
        result = running.command("doctor")
        assert result.returncode == 0, (result.stdout + result.stderr).decode()
